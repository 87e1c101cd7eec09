/** Lessons on paper and in other programs: handouts to print, and questions for learning platforms. */
package downhill.lesson.page;
