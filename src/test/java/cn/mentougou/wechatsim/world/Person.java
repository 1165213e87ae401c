package cn.mentougou.wechatsim.world;

/**
 * A person with a phone; the platform's customers know them only by openid. One of a
 * crowd is there to be counted and has no phone to look at.
 */
public record Person(String id, String nickname, String avatar, boolean crowd) {
}
