/** Lessons while they are written: not yet whole, told what is missing and where. */
package downhill.lesson.draft;
