/** Whether tests that break off at every write go all ways (`npm run test:slow`) or few of them (`npm test`). */
const isSlow = process.env.TEST_ALL_WAYS === 'true';

/** How often a loop goes, or how large its steps are. */
export const allWays = (few: number, all: number): number => (isSlow ? all : few);
