/** How much each knob of a study mattered. */
package downhill.study.importance;
