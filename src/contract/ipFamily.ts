/** Families of a cluster's addresses. `dual`: both, with IPv4 first; `ipv6`: pods and services have no other. */
export const IP_FAMILIES = ['ipv4', 'dual', 'ipv6'] as const;
export type IpFamily = (typeof IP_FAMILIES)[number];
