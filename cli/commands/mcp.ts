import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { withOpenStore } from '../open-store.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { createQueryClient } from '../query-client.ts';

/** `dateline mcp`. */
export function addMcp(program: Command, context: CommandContext): void {
  const command = program
    .command('mcp')
    .description('serve the store to an assistant over stdin and stdout (Model Context Protocol); reads only');
  withStore(command).action((options: StoreOptions) => serveMcp(options, context));
}

/** Serves until stdin ends. Nothing but the protocol goes to stdout. */
async function serveMcp(options: StoreOptions, { terminal, version }: CommandContext): Promise<void> {
  const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js');
  const { createMcpServer } = await import('../mcp/create-server.ts');
  await withOpenStore(options, terminal, async (store) => {
    const server = createMcpServer(await createQueryClient(store), version);
    const ended = new Promise<void>((resolve) => {
      process.stdin.once('end', resolve);
      server.server.onclose = resolve;
    });
    await server.connect(new StdioServerTransport());
    await ended;
    await server.close();
  });
}
