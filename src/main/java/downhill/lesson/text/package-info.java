/** The words of lessons: a small Markdown, read into blocks. */
package downhill.lesson.text;
