-- What is done with personal data and why (个人信息处理活动登记; 个人信息保护法 Art. 51, 55, 56; 未成年人网络保护条例 Art. 37).
CREATE TABLE processing_activity (
	id BIGINT NOT NULL AUTO_INCREMENT,
	name VARCHAR(100) NOT NULL,
	purpose VARCHAR(1000) NOT NULL,
	legal_basis VARCHAR(500) NOT NULL,
	categories VARCHAR(1000) NOT NULL,
	-- whether data of children under 14 are among them
	about_minors BOOLEAN NOT NULL,
	recipients VARCHAR(500) NOT NULL,
	retention VARCHAR(500) NOT NULL,
	-- a person of the staff; NULL: nobody was named yet
	in_charge BIGINT,
	-- impact assessment (个人信息保护影响评估); NULL: not done yet
	assessed_on DATE,
	assessment VARCHAR(1000) NOT NULL,
	-- the last yearly audit of minors' data; NULL: none yet
	audited_on DATE,
	audit_result VARCHAR(1000) NOT NULL,
	-- the audit is due a year after the last one, the first one a year after this day
	begun_on DATE NOT NULL,
	-- NULL: still done
	ended_on DATE,
	-- raised with every change
	version BIGINT NOT NULL,
	PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO processing_activity (name, purpose, legal_basis, categories, about_minors, recipients, retention, assessment, audit_result, begun_on, version) VALUES
('公众号消息收发', '接收和答复家长、公众发给公众号的消息', '履行法定职责（个人信息保护法第十三条第三项、第三十四条）；涉及不满十四周岁儿童的，取得监护人同意（第三十一条）', 'openid、消息文字、语音识别文字、位置、图片编号；消息中可能提到孩子', TRUE, '微信平台（消息经它传送）', '内容 30 天，没有内容和人的收发记录 400 天', '', '', '2026-11-25', 1),
('机构人员和职责登记', '登记谁在哪个单位、负责什么，作为授权的依据', '履行法定职责（个人信息保护法第十三条第三项、第三十四条）', '姓名、电话、单位、职责、请假和代理', FALSE, '无', '在岗期间；离开三年后删去姓名和电话', '', '', '2026-11-25', 1),
('工作台登录和操作审计', '验证登录者身份，记录谁做了什么', '网络安全法、网络数据安全管理条例要求的安全保护义务', '登录名、口令摘要、动态口令密钥、网络地址、人员编号', FALSE, '无', '登录资料在岗期间；审计记录至少三年，只有编号', '', '', '2026-11-25', 1),
('附件', '保存工作中上传的文件', '履行法定职责（个人信息保护法第十三条第三项、第三十四条）', '文件内容、文件名；可能含有他人的个人信息，上传时自动检查', FALSE, '公开的文件对所有人', '随所属事项', '', '', '2026-11-25', 1),
('个人信息请求和保留', '办理查阅、复制、删除请求，登记暂不删除的原因', '个人信息保护法第四十四条至第五十条', '本人提供的查找依据（电话、openid、身份证号）、保留原因', FALSE, '无', '保留解除三年后', '', '', '2026-11-25', 1);
