/** Trials of a study, and where they are written down. */
package downhill.study.trial;
