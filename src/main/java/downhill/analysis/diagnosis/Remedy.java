package downhill.analysis.diagnosis;

import downhill.race.document.Experiment;

/**
 * A changed setting that may help.
 *
 * @param setting as it is typed: {@code learningRate=0.001} of a contender, {@code --scaling standard} of all
 * @param changed the whole document with it, ready to be run
 */
public record Remedy(String setting, Experiment changed) {
}
