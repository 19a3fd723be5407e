package io.daybreak.emr.template;

import static io.daybreak.emr.template.Template.list;
import static io.daybreak.emr.template.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.watch.Alarm;
import io.daybreak.emr.watch.CloudWatchAlarms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final String YAML = DataFile.text("template.yaml");
    private final Template template = Template.parse(YAML);

    @Test
    void the_template_is_clean_by_our_reading() {
        assertThat(TemplateLinter.lint(YAML)).isEmpty();
    }

    /** Each defect is planted by one replacement in the real template and has to be found by its words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TargetKeyId: !Ref DataKey|TargetKeyId: !Ref DateKey|to unknown DateKey",
                "Mode: COMPLIANCE|Mode: GOVERNANCE|compliance mode",
                "MinValue: 7|MinValue: 1|less than 7 years",
                "TransitionInDays: 30|TransitionInDays: 29|after 29 days",
                "`\"aws:SecureTransport\": \"false\"`|`\"aws:SecureTransport\": \"true\"`|without TLS",
                "BlockPublicPolicy: true|BlockPublicPolicy: false|public access",
                "EnableKeyRotation: true|EnableKeyRotation: false|does not rotate",
                "RetentionInDays: 2557|RetentionInDays: 365|seven years",
                "`Resource: !GetAtt ReportsBucket.Arn\n              - Effect: Allow`|`Resource: \"*\"\n              - Effect: Allow`|although it can name one",
                "`\"s3:ListBucket\", \"s3:ListBucketVersions\"]`|`\"s3:*\"]`|is a wildcard",
                "`StringEquals: {\"cloudwatch:namespace\": Daybreak}`|`Bool: {\"aws:SecureTransport\": \"true\"}`|needs the condition",
                "      EventSelectors:|      EventSelectorz:|needs EventSelectors",
                "Condition: MailsAlarms|Condition: MailsNobody|unknown condition",
                "ObjectSizeGreaterThan|ObjectSizeLessThan|too small",
                "`DependsOn: LogsBucketPolicy`|`DependsOn: DataAccessTrail`|in a circle",
                "AWS::Budgets::Budget|AWS::Budgets::Budgets|is not one this template should need",
            })
    void a_planted_defect_is_found(String from, String to, String words) {
        assertThat(YAML).contains(from);

        List<String> findings = TemplateLinter.lint(YAML.replace(from, to));

        assertThat(findings).anySatisfy(finding -> assertThat(finding).contains(words));
    }

    @Test
    void the_templates_alarms_are_the_eight_of_the_watch_with_their_exact_thresholds() {
        Map<String, Map<String, Object>> expected =
                CloudWatchAlarms.properties(Map.of("Ref", "CriticalTopic"), Map.of("Ref", "WarningTopic"));
        List<Map<String, Object>> found = new ArrayList<>();
        for (String name : template.ofType("AWS::CloudWatch::Alarm")) {
            found.add(template.properties(name));
        }

        assertThat(found).hasSize(Alarm.values().length).containsExactlyInAnyOrderElementsOf(expected.values());
    }

    @Test
    void every_duty_reads_only_what_is_its_own() {
        assertThat(actions("OperatorRole")).noneMatch(action -> action.startsWith("s3:") || action.startsWith("kms:"));
        assertThat(actions("ReportingCheckerRole")).doesNotContain("s3:DeleteObject", "s3:PutObjectRetention");
        assertThat(actions("AuditorRole"))
                .allMatch(action -> action.matches("(s3:(Get|List)|kms:Decrypt|logs:(Get|Filter|Describe)).*"));
        assertThat(actions("RiskRole")).containsExactlyInAnyOrder("s3:GetObject", "s3:ListBucket", "kms:Decrypt");
        assertThat(actions("JobRole"))
                .doesNotContain("s3:DeleteObjectVersion", "s3:BypassGovernanceRetention", "iam:PassRole");
    }

    @Test
    void a_job_can_write_a_report_but_not_read_or_delete_one() {
        List<String> onReports = new ArrayList<>();
        for (Object each : statements("JobRole")) {
            if (String.valueOf(map(each).get("Resource")).contains("ReportsBucket")
                    || String.valueOf(map(each).get("Resource")).contains("ReportsKey")) {
                list(map(each).get("Action")).forEach(action -> onReports.add(String.valueOf(action)));
            }
        }

        assertThat(onReports)
                .containsExactlyInAnyOrder("s3:PutObject", "s3:AbortMultipartUpload", "kms:GenerateDataKey");
    }

    @Test
    void the_operator_may_call_every_action_that_launch_uses() {
        assertThat(actions("OperatorRole"))
                .contains(
                        "elasticmapreduce:RunJobFlow",
                        "elasticmapreduce:AddTags",
                        "elasticmapreduce:AddJobFlowSteps",
                        "elasticmapreduce:ListClusters",
                        "elasticmapreduce:DescribeCluster",
                        "elasticmapreduce:ListSteps",
                        "elasticmapreduce:ListInstanceFleets",
                        "elasticmapreduce:ModifyInstanceFleet",
                        "elasticmapreduce:TerminateJobFlows",
                        "iam:PassRole");
    }

    private List<Object> statements(String role) {
        List<Object> statements = new ArrayList<>();
        for (Object policy : list(template.properties(role).get("Policies"))) {
            statements.addAll(list(map(map(policy).get("PolicyDocument")).get("Statement")));
        }
        return statements;
    }

    private TreeSet<String> actions(String role) {
        TreeSet<String> actions = new TreeSet<>();
        statements(role)
                .forEach(statement ->
                        list(map(statement).get("Action")).forEach(action -> actions.add(String.valueOf(action))));
        return actions;
    }
}
