import * as z from 'zod';
import { paging } from '../kernel/parameters/paging.ts';

/** What `/v1/corrections` takes. */
export const correctionsQuerySchema = z.object(paging);
