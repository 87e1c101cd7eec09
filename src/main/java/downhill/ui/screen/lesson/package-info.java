/** Lessons: what is told and asked at the left, what is run in the views, progress below. */
package downhill.ui.screen.lesson;
