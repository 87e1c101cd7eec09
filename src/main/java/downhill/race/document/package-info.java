/**
 * The experiment as a document: what is learned, how it is trained and by whom. It alone repeats a race bit for bit; nothing in
 * here runs. A contender that branched off another carries the course it came from ({@link downhill.race.document.Descent}).
 */
package downhill.race.document;
