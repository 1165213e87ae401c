package cn.mentougou.education.wechat.menueditor;

import java.util.List;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.wechat.reply.Trigger;

import static org.assertj.core.api.Assertions.assertThat;

class OldReplyReaderTests {

	@Test
	void everyKindOfReplyIsReadAsARuleWouldHaveIt() {
		assertThat(OldReplyReader.read("""
				{"is_add_friend_reply_open":1,"is_autoreply_open":1,
				"add_friend_autoreply_info":{"type":"text","content":"欢迎"},
				"message_default_autoreply_info":{"type":"img","content":"MEDIA"},
				"keyword_autoreply_info":{"list":[{"rule_name":"招生","create_time":1,"reply_mode":"reply_all",
				"keyword_list_info":[{"type":"text","match_mode":"contain","content":"招生"},
				{"type":"text","match_mode":"equal","content":"入学"},{"type":"text","match_mode":"equal","content":" "}],
				"reply_list_info":[{"type":"text","content":"五月"},{"type":"news","news_info":{"list":[
				{"title":"通知","content_url":"http://mp.weixin.qq.com/s/1"}]}},{"type":"voice","content":"M"}]}]}}
				""")).containsExactly(new OldReply(Trigger.WELCOME, List.of(), "欢迎", ""),
				new OldReply(Trigger.DEFAULT, List.of(), "", "图片"),
				new OldReply(Trigger.WHOLE_KEYWORD, List.of("入学"), "五月\n\n通知\nhttp://mp.weixin.qq.com/s/1", "语音"),
				new OldReply(Trigger.CONTAINED_KEYWORD, List.of("招生"), "五月\n\n通知\nhttp://mp.weixin.qq.com/s/1", "语音"));
	}

	@Test
	void accountWithoutRepliesHasNone() {
		assertThat(OldReplyReader.read("{\"is_add_friend_reply_open\":0,\"is_autoreply_open\":0}")).isEmpty();
	}

}
