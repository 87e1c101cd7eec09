package downhill.ui.screen.doctor;

import downhill.analysis.diagnosis.Healing;

/**
 * What has come of a treatment.
 *
 * @param step  how far it has gone
 * @param over  whether it goes no further
 * @param seeds that it is a mean over
 * @param rows  that it was validated with
 */
record FollowUp(Treatment treatment, Healing effect, long step, boolean over, int seeds, int rows) {
}
