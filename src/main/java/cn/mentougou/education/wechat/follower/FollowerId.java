package cn.mentougou.education.wechat.follower;

/** The number of a follower; it is never given to anybody else. */
public record FollowerId(long value) {
}
