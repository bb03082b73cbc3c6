import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ASSUMED, checkArgs } from '../../../src/plan/assumed.ts';

const check = (...args: string[]): string => {
  try {
    checkArgs(
      'server',
      args,
      args.map((value) => ({ value, nodeFilters: [], where: 'flag --k3s-arg' })),
    );
    return 'holds';
  } catch (error) {
    return String(error);
  }
};

test('of each argument that changes what is relied on it is said what to do instead', () => {
  for (const { flags } of ASSUMED)
    for (const flag of flags) {
      const word = `${flag.length === 1 ? '-' : '--'}${flag}`;
      assert.match(
        check(`${word}=1234`),
        new RegExp(`^UserError: flag --k3s-arg: "${word}" of k3s can't be set here: \\w`),
      );
      assert.match(check(word, '1234'), /can't be set here/);
    }
});

/** Arguments that change something that is looked at, and what holds: either they are understood, or they are no matter. */
const HOLD: [string[], string][] = [
  [['--https-listen-port=6443'], 'it is the port anyway'],
  [['--bind-address=0.0.0.0'], 'all addresses'],
  [['--data-dir', '/var/lib/rancher/k3s'], 'it is the folder anyway'],
  [['--advertise-address=172.18.0.2', '--advertise-port=6443'], 'what k3s tells its own nodes'],
  [['--cluster-domain=corp.local'], 'the lookup of names asks in that domain'],
  [
    ['--cluster-cidr=10.52.0.0/16', '--service-cidr=10.53.0.0/16', '--cluster-dns=10.53.0.10'],
    'services are asked for by name',
  ],
  [['--node-ip=172.18.0.2', '--node-external-ip=10.0.0.1'], 'Nodes are found by name'],
  [['--node-name=main', '--with-node-id'], 'Nodes are found by the name that was given'],
  [['--tls-san=a.example'], 'ours are added to it'],
  [['--write-kubeconfig=/x', '--write-kubeconfig-mode=644'], 'certificates are read, not the file'],
  [['--config=/x.yaml'], 'it is read too'],
  [['--disable=traefik', '--flannel-backend=none', '--disable-agent', '--disable-kube-proxy'], 'it is not waited for'],
  [['--datastore-endpoint=postgres://h/k3s'], 'a state of its own'],
  [['-v', '4', '--kubelet-arg=v=4', '--kube-apiserver-arg=v=4'], 'the parts’ own affair'],
];

test('all other arguments hold', () => {
  for (const [args, why] of HOLD) assert.equal(check(...args), 'holds', why);
});
