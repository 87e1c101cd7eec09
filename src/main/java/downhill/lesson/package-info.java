/**
 * Lessons: what is told, asked and run, step by step, and how a learner's predictions and work are judged. A lesson is data without code;
 * what lasts reads it. {@code docs/lessons.md} describes the format for those who write one.
 */
package downhill.lesson;
