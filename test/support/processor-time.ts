/** Milliseconds of processor time that this process has used: unlike the clock on the wall, no other process moves it. */
export function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
