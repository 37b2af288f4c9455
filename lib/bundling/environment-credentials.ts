import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundles: a function finds its credentials in its environment, and needs none of the
 * ways through profiles, sign-in and metadata services, which are a fifth of a bundle.
 */
export const defaultProvider = fromEnv;
