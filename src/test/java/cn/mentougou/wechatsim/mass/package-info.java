/**
 * How articles and words go out: mass sends with their quotas, their protection and their
 * keys, silent publications with their states, and the events that tell of both (接口文档 群发,
 * 发布能力). Everything runs on the simulator's clock.
 */
@NullMarked
package cn.mentougou.wechatsim.mass;

import org.jspecify.annotations.NullMarked;
