package downhill.ui.session;

import downhill.analysis.step.StepStatistics;

/**
 * How large a step was.
 *
 * @param step updates done before it
 * @param size over all parameters
 */
public record MeasuredStep(long step, StepStatistics.Part size) {
}
