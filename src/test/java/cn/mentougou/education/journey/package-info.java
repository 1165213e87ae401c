/**
 * Journeys: the whole application on real engines, with the simulated platform on the
 * other side as the witness of what people saw.
 */
package cn.mentougou.education.journey;
