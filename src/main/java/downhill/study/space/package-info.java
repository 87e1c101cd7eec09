/** What a study searches: knobs, the values each may have, and when it matters. */
package downhill.study.space;
