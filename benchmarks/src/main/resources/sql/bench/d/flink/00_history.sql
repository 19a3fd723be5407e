-- Purpose: account days of earlier nights, of which a first night has none
-- View: account_activity_history
SELECT * FROM account_activity WHERE processing_date < '${date}'
