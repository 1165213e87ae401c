package cn.mentougou.wechatsim.world;

/** A person with a phone; the platform's customers know them only by openid. */
public record Person(String id, String nickname, String avatar) {
}
