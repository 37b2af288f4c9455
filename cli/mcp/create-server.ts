import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { describeError } from '../../lambda/model/errors.ts';
import { CommandError } from '../command-error.ts';
import type { QueryClient } from '../query-client.ts';
import { TOOLS } from './tools.ts';

/** A Model Context Protocol server on a store, which tells and never writes. Errors are answers that name the argument and the reason. */
export function createMcpServer(client: QueryClient, version: string): McpServer {
  const server = new McpServer({ name: 'dateline', version });
  for (const { name, title, description, input, run } of TOOLS) {
    const annotations = { readOnlyHint: true, openWorldHint: false };
    server.registerTool(name, { title, description, inputSchema: input, annotations }, async (given) => {
      try {
        const { text, data } = await run(client, given);
        return { content: [{ type: 'text' as const, text }], structuredContent: data };
      } catch (error) {
        const { code, message } = describeError(error);
        const hint = error instanceof CommandError && error.hint ? `\n${error.hint}` : '';
        return { isError: true, content: [{ type: 'text' as const, text: `${code}: ${message}${hint}` }] };
      }
    });
  }
  return server;
}
