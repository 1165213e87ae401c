/**
 * What the simulated platform knows: its clock, its chance, the official accounts, the
 * people with their phones, who follows whom, and how many customer-service messages each
 * window still allows. It calls nobody; changes are told through {@code Broadcast}.
 */
@NullMarked
package cn.mentougou.wechatsim.world;

import org.jspecify.annotations.NullMarked;
