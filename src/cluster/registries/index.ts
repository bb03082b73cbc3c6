// Registries: making, finding and removing them.
export {
  checkRegistries,
  factsOf,
  findRegistry,
  listRegistries,
  makeRegistry,
  needRegistry,
  placeable,
  type PlaceableRegistry,
  placeRegistries,
  type PreparedRegistries,
  prepareRegistry,
  registrySpecs,
  reserveRegistries,
} from './registries.ts';
