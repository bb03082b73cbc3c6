// Registries: making, finding and removing them.
export {
  checkRegistries,
  factsOf,
  findRegistry,
  listRegistries,
  makeRegistry,
  needRegistry,
  placeRegistries,
  type PreparedRegistries,
  prepareRegistry,
  registrySpecs,
  reserveRegistries,
} from './registries.ts';
