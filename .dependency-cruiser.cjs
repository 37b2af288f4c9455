/** The import table of docs/architecture.md: which room may import from which. */
const stages = ['schedule', 'fetch', 'parse', 'normalise', 'fulltext', 'extract', 'stories', 'notify', 'store'];

const only = (room, allowed) => ({
  name: `${room.replaceAll('/', '-')}-imports`,
  severity: 'error',
  comment: `${room} may import only from ${allowed.join(', ') || 'itself'}`,
  from: { path: `^${room}/` },
  to: {
    path: '^(bin|lib|lambda|local|cli|web|test|bench)/',
    pathNot: [`^${room}/`, ...allowed.map((place) => `^${place}`)],
  },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('lambda/model', []),
    only('lambda/common', ['lambda/model/']),
    ...stages.map((stage) => only(`lambda/${stage}`, ['lambda/model/', 'lambda/common/'])),
    only('lambda/api/kernel', ['lambda/model/', 'lambda/common/', 'lambda/store/']),
    only('lambda/api', ['lambda/model/', 'lambda/common/', 'lambda/store/']),
    only('lambda/web', ['lambda/model/', 'lambda/common/', 'lambda/store/', 'lambda/api/']),
    only('lambda/pipeline', ['lambda/model/', 'lambda/common/', ...stages.map((stage) => `lambda/${stage}/`)]),
    only('lambda/handlers', ['lambda/']),
    only('lib', ['lambda/model/names.ts']),
    only('local', ['lambda/']),
    only('cli', ['lambda/', 'local/']),
    only('bin', ['lib/', 'cli/']),
    {
      name: 'product-imports-no-tests',
      severity: 'error',
      from: { path: '^(bin|lib|lambda|local|cli)/' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
