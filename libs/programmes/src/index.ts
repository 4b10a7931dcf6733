export { bundledProgrammes, programmeIds } from './bundled-programmes';
export { loadProgramme, programmeFileMaxCharacters } from './programme-file';
export { ProgrammeFileError, type ProgrammeFileFault } from './programme-file-error';
