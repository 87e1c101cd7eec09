/**
 * The race: contenders in lock-step on a thread of their own, their history, and travel in time. The experiment itself is a
 * document ({@link downhill.race.document}); the race is what becomes of it.
 *
 * <dl>
 * <dt>clock</dt><dd>the step that the race stands at, counted in updates done; what is shown is shown as of it</dd>
 * <dt>lane ({@link downhill.race.Lane})</dt><dd>one contender as it runs, with all its seeds: where it is, how it got there, how it
 *     ended</dd>
 * <dt>team ({@link downhill.race.Team}, {@link downhill.race.Teams})</dt><dd>lanes at the same step with the same batch size, trained as
 *     rows of one stack ({@link downhill.engine.train.TrainingStack})</dd>
 * <dt>field ({@link downhill.race.Field})</dt><dd>all lanes and teams; who stands furthest behind goes first, until all stand at the
 *     clock</dd>
 * <dt>roster ({@link downhill.race.document.Roster})</dt><dd>the document as a race sees it: that of its one owner
 *     ({@link downhill.race.document.Document}), changed from any thread</dd>
 * <dt>lineup ({@link downhill.race.Lineup})</dt><dd>keeps the lanes in step with the roster: takes in, lets go, says who cannot
 *     take part and why</dd>
 * <dt>nursery ({@link downhill.race.Nursery})</dt><dd>makes lanes, from initial values or from a moment of the contender they branch
 *     off</dd>
 * <dt>attic ({@link downhill.race.Attic})</dt><dd>courses of who left, in case they come back</dd>
 * <dt>branch, or fork</dt><dd>a contender that goes on from another's state at a step and takes another course from there; its
 *     descent ({@link downhill.race.document.Descent}) is whom it comes from</dd>
 * <dt>shadow</dt><dd>a lane that does again what another did, and records nothing; a replay runs on one</dd>
 * <dt>arrival ({@link downhill.race.Arrival})</dt><dd>what is done when a lane has reached a step: validation, schedules that watch a
 *     plateau, early stopping, the end, a key-frame, changes the document has there; in this order</dd>
 * <dt>key-frame ({@link downhill.race.KeyFrame})</dt><dd>all that a lane needs to go on from a step; the way back in time leads from
 *     one of these</dd>
 * <dt>replay ({@link downhill.race.Replay})</dt><dd>a course done again from a key-frame, beside the race and without disturbing
 *     it</dd>
 * <dt>checkpoint ({@link downhill.race.Checkpoint})</dt><dd>the whole race at one moment, as a value: what a session saves</dd>
 * <dt>judge ({@link downhill.race.Judge})</dt><dd>measures parameters on whole sets of rows; a score is what it gives</dd>
 * <dt>director ({@link downhill.race.Director})</dt><dd>does on the race's thread what was asked for from others</dd>
 * </dl>
 */
package downhill.race;
