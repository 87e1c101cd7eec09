package downhill.ui.screen.doctor;

import downhill.race.document.TriedRemedy;

/**
 * What has come of a remedy.
 *
 * @param over whether it goes no further
 */
record FollowUp(TriedRemedy tried, TriedRemedy.Effect effect, boolean over) {
}
