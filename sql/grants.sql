-- What the application's database user may do, table by table. Not a migration: the
-- program runs it itself after each migration if spring.flyway.user names the owner of
-- the tables; by hand it is  mysql --user=owner education < grants.sql , with the user's
-- name in the place of 'education_app'@'%'. A new table needs a line here.

GRANT SELECT ON flyway_schema_history TO 'education_app'@'%';

-- The audit is read and added to; no right changes or deletes it.
GRANT SELECT, INSERT ON audit_anchor TO 'education_app'@'%';
GRANT SELECT, INSERT ON audit_entry TO 'education_app'@'%';
GRANT SELECT, INSERT ON audit_seal TO 'education_app'@'%';
GRANT SELECT, INSERT ON audit_verification TO 'education_app'@'%';

GRANT SELECT, INSERT, UPDATE, DELETE ON absence TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON absence_loan TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON access_token TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON account_tag TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON administrator_turn TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON article_content TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON article_picture TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON article_preview TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON article_tester TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON attachment TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON attachment_content TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON attachment_finding TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON attachment_owner TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON bridge_picture TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON call_quota TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON canned_answer TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON data_hold TO 'education_app'@'%';
-- Registers that are kept: nothing is deleted from them.
GRANT SELECT, INSERT, UPDATE ON data_incident TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON dead_letter TO 'education_app'@'%';
-- Not even the application may delete a record of a deletion.
GRANT SELECT, INSERT, UPDATE ON deletion_record TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON dialogue_entry TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON dialogue_thread TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON disclosure_post TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON follower_move TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON follower_note TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON follower_sync TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON follower_tag TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON inbox_claim TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON inbox_message TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON inbox_record TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON job_known TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON job_run TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON mark_order TO 'education_app'@'%';
-- Saved menus stay as they are.
GRANT SELECT, INSERT, UPDATE, DELETE ON media_contact TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON media_outlet TO 'education_app'@'%';
GRANT SELECT, INSERT ON menu_version TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON menu_plan TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON menu_publication TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON message_template TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON news_author TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON news_board TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON news_change TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON news_fact_check TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON news_item TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON news_item_board TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON news_release TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON news_release_board TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON news_release_file TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON news_reprint TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON news_version TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON newsdesk_presence TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON notice_choice TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON notice_consent TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON office_appointment TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON office_person TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON office_session TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON office_unit TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON outbound_message TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON page_ticket TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON person_link TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON platform_error TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE ON processing_activity TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON pulled_reply TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON push_plan TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON push_plan_item TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON push_result TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON push_result_article TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE ON push_series TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON push_standstill TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON push_step TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON reply_phrase TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON reply_rule TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON reply_rule_version TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON reply_window TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON reply_window_mark TO 'education_app'@'%';
-- Reviews and their decisions stay; they are only sealed anew.
GRANT SELECT, INSERT, UPDATE ON review_answer TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE ON review_decision TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE ON review_item TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON review_participant TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON scene_code TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON scene_permanent TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON scene_scan TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON scene_tally TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_task TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON send_result TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON setup_link TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_former_password TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_guess TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_recovery_code TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON template_reading TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON template_use TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON template_use_field TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON unit_reach TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON unit_tree TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON web_session TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON wechat_follower TO 'education_app'@'%';
-- The count of enquiries is kept.
GRANT SELECT, INSERT, UPDATE ON unanswered_message TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON work_calendar TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON work_calendar_import TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON work_calendar_list TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON work_calendar_version TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON account_figure_day TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON article_figure TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON article_figure_day TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON news_fact TO 'education_app'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON news_fact_board TO 'education_app'@'%';
