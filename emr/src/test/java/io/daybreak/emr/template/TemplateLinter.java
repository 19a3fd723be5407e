package io.daybreak.emr.template;

import static io.daybreak.emr.template.Template.list;
import static io.daybreak.emr.template.Template.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Our own reading of what a CloudFormation template has to be: references resolve, required properties are there, no
 * cycle, no wildcard where a resource can be named, and a bank's rules for buckets and keys. Findings are sentences.
 */
final class TemplateLinter {
    /** Types we use with the properties CloudFormation requires or a bank does. */
    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("AWS::KMS::Key", List.of("KeyPolicy", "EnableKeyRotation")),
            Map.entry("AWS::KMS::Alias", List.of("AliasName", "TargetKeyId")),
            Map.entry(
                    "AWS::S3::Bucket",
                    List.of("BucketEncryption", "PublicAccessBlockConfiguration", "OwnershipControls")),
            Map.entry("AWS::S3::BucketPolicy", List.of("Bucket", "PolicyDocument")),
            Map.entry("AWS::IAM::Role", List.of("AssumeRolePolicyDocument", "Policies", "Description")),
            Map.entry("AWS::IAM::Policy", List.of("PolicyName", "PolicyDocument", "Roles")),
            Map.entry("AWS::IAM::InstanceProfile", List.of("Roles")),
            Map.entry("AWS::EMR::SecurityConfiguration", List.of("SecurityConfiguration")),
            Map.entry("AWS::Glue::Database", List.of("CatalogId", "DatabaseInput")),
            Map.entry(
                    "AWS::Glue::DataCatalogEncryptionSettings", List.of("CatalogId", "DataCatalogEncryptionSettings")),
            Map.entry("AWS::Logs::LogGroup", List.of("RetentionInDays", "KmsKeyId")),
            Map.entry("AWS::CloudTrail::Trail", List.of("IsLogging", "S3BucketName", "KMSKeyId", "EventSelectors")),
            Map.entry("AWS::SNS::Topic", List.of("KmsMasterKeyId")),
            Map.entry("AWS::SNS::TopicPolicy", List.of("Topics", "PolicyDocument")),
            Map.entry("AWS::SNS::Subscription", List.of("TopicArn", "Protocol", "Endpoint")),
            Map.entry("AWS::Events::Rule", List.of("EventPattern", "Targets")),
            Map.entry(
                    "AWS::CloudWatch::Alarm",
                    List.of(
                            "ComparisonOperator",
                            "EvaluationPeriods",
                            "Threshold",
                            "AlarmActions",
                            "TreatMissingData")),
            Map.entry("AWS::Scheduler::Schedule", List.of("FlexibleTimeWindow", "ScheduleExpression", "Target")),
            Map.entry("AWS::Budgets::Budget", List.of("Budget", "NotificationsWithSubscribers")));

    private static final Set<String> STATEFUL = Set.of("AWS::KMS::Key", "AWS::S3::Bucket", "AWS::Logs::LogGroup");

    /** Actions that take no resource, each only with the condition that stands in for it. */
    private static final Map<String, String> NO_RESOURCE = Map.of(
            "elasticmapreduce:RunJobFlow", "aws:RequestTag/for-use-with-amazon-emr-managed-policies",
            "elasticmapreduce:AddTags", "aws:RequestTag/for-use-with-amazon-emr-managed-policies",
            "cloudwatch:PutMetricData", "cloudwatch:namespace",
            "elasticmapreduce:ListClusters", "");

    private static final Pattern SUBSTITUTE = Pattern.compile("(?<!\\$\\{!)\\$\\{([A-Za-z0-9:.]+)}");
    private static final Set<String> PSEUDO = Set.of(
            "AWS::AccountId",
            "AWS::Region",
            "AWS::Partition",
            "AWS::NoValue",
            "AWS::StackName",
            "AWS::StackId",
            "AWS::URLSuffix");

    private final Template template;
    private final List<String> findings = new ArrayList<>();

    private TemplateLinter(Template template) {
        this.template = template;
    }

    static List<String> lint(String yaml) {
        TemplateLinter linter = new TemplateLinter(Template.parse(yaml));
        linter.structure();
        linter.references();
        linter.conditions();
        linter.cycles();
        linter.policies();
        linter.buckets();
        linter.keysAndLogs();
        return linter.findings;
    }

    private void structure() {
        check(!template.hasAliases(), "CloudFormation supports no YAML aliases");
        check(
                "2010-09-09".equals(template.scalar("AWSTemplateFormatVersion")),
                "AWSTemplateFormatVersion must be 2010-09-09");
        template.resources().forEach((name, resource) -> {
            String type = String.valueOf(map(resource).get("Type"));
            check(REQUIRED.containsKey(type), name + ": type " + type + " is not one this template should need");
            for (String property : REQUIRED.getOrDefault(type, List.of())) {
                check(template.properties(name).containsKey(property), name + ": " + type + " needs " + property);
            }
            if (STATEFUL.contains(type)) {
                check(map(resource).containsKey("DeletionPolicy"), name + ": holds state and needs a DeletionPolicy");
                check(
                        map(resource).containsKey("UpdateReplacePolicy"),
                        name + ": holds state and needs an UpdateReplacePolicy");
            }
        });
    }

    private void references() {
        Set<String> used = new HashSet<>();
        Set<String> known = new HashSet<>(PSEUDO);
        known.addAll(template.section("Parameters").keySet());
        known.addAll(template.resources().keySet());
        for (String section : List.of("Conditions", "Resources", "Outputs")) {
            template.section(section)
                    .forEach((name, body) -> targets(body, (target, how) -> {
                        used.add(target);
                        check(known.contains(target), section + "." + name + ": " + how + " to unknown " + target);
                        if (how.equals("GetAtt")) {
                            check(
                                    template.resources().containsKey(target),
                                    section + "." + name + ": GetAtt of " + target + ", which is no resource");
                        }
                    }));
        }
        for (String parameter : template.section("Parameters").keySet()) {
            check(used.contains(parameter), "parameter " + parameter + " is not used");
        }
    }

    private void conditions() {
        Set<String> known = template.section("Conditions").keySet();
        Set<String> used = new HashSet<>();
        for (String section : List.of("Resources", "Outputs")) {
            template.section(section).forEach((name, body) -> {
                Object condition = map(body).get("Condition");
                if (condition instanceof String text) {
                    used.add(text);
                    check(known.contains(text), name + ": unknown condition " + text);
                }
                ifs(body, used);
                targets(map(body).get("Properties"), (target, how) -> {
                    Object needs = map(template.resources().get(target)).get("Condition");
                    boolean implied = needs == null
                            || needs.equals(condition)
                            || (needs.equals("IsPrimary") && "Replicates".equals(condition));
                    check(
                            implied || insideIf(body, target),
                            name + ": refers to " + target + ", which exists only if " + needs);
                });
            });
        }
        for (String condition : known) {
            check(used.contains(condition), "condition " + condition + " is not used");
        }
    }

    private static void ifs(@Nullable Object value, Set<String> used) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("Fn::If") instanceof List<?> parts) {
                used.add(String.valueOf(parts.get(0)));
            }
            map.values().forEach(each -> ifs(each, used));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> ifs(each, used));
        }
    }

    private static boolean insideIf(@Nullable Object value, String target) {
        if (value instanceof Map<?, ?> map) {
            Object parts = map.get("Fn::If");
            if (parts != null) {
                Set<String> inside = new HashSet<>();
                targets(parts, (each, how) -> inside.add(each));
                if (inside.contains(target)) {
                    return true;
                }
            }
            return map.values().stream().anyMatch(each -> insideIf(each, target));
        }
        return value instanceof List<?> list && list.stream().anyMatch(each -> insideIf(each, target));
    }

    private void cycles() {
        Map<String, Set<String>> edges = new TreeMap<>();
        template.resources().forEach((name, body) -> {
            Set<String> to = new TreeSet<>();
            targets(body, (target, how) -> to.add(target));
            list(map(body).get("DependsOn")).forEach(each -> to.add(String.valueOf(each)));
            to.retainAll(template.resources().keySet());
            edges.put(name, to);
        });
        Map<String, Integer> state = new HashMap<>();
        edges.keySet().forEach(name -> visit(name, edges, state, new LinkedHashSet<>()));
    }

    private void visit(String name, Map<String, Set<String>> edges, Map<String, Integer> state, Set<String> path) {
        if (!path.add(name)) {
            check(false, "resources depend on each other in a circle: " + path);
            return;
        }
        if (state.getOrDefault(name, 0) == 0) {
            edges.getOrDefault(name, Set.of()).forEach(next -> visit(next, edges, state, new LinkedHashSet<>(path)));
            state.put(name, 1);
        }
    }

    private void policies() {
        template.resources().forEach((name, body) -> {
            Map<String, Object> properties = template.properties(name);
            List<Object> documents = new ArrayList<>(list(properties.get("PolicyDocument")));
            list(properties.get("Policies"))
                    .forEach(policy -> documents.add(map(policy).getOrDefault("PolicyDocument", Map.of())));
            boolean bucket = "AWS::S3::BucketPolicy".equals(map(body).get("Type"));
            documents.forEach(
                    document -> list(map(document).get("Statement")).forEach(s -> statement(name, map(s), bucket)));
            for (Object each :
                    list(map(properties.get("AssumeRolePolicyDocument")).get("Statement"))) {
                check(!"*".equals(map(each).get("Principal")), name + ": anybody may assume it");
            }
        });
    }

    private void statement(String name, Map<String, Object> statement, boolean bucketPolicy) {
        if ("Deny".equals(statement.get("Effect"))) {
            return;
        }
        if (bucketPolicy) {
            check(!"*".equals(statement.get("Principal")), name + ": allows anybody");
        }
        boolean anywhere = list(statement.get("Resource")).contains("*");
        for (Object each : list(statement.get("Action"))) {
            String action = String.valueOf(each);
            check(!action.contains("*"), name + ": action " + action + " is a wildcard");
            if (anywhere) {
                String condition = NO_RESOURCE.get(action);
                check(condition != null, name + ": " + action + " on resource * although it can name one");
                check(
                        condition == null
                                || condition.isEmpty()
                                || statement
                                        .getOrDefault("Condition", "")
                                        .toString()
                                        .contains(condition),
                        name + ": " + action + " on resource * needs the condition " + condition);
            }
        }
    }

    private void buckets() {
        Set<String> tlsOnly = new HashSet<>();
        for (String policy : template.ofType("AWS::S3::BucketPolicy")) {
            for (Object each :
                    list(map(template.properties(policy).get("PolicyDocument")).get("Statement"))) {
                Map<String, Object> statement = map(each);
                boolean denies = "Deny".equals(statement.get("Effect"))
                        && "s3:*".equals(statement.get("Action"))
                        && statement.getOrDefault("Condition", "").toString().contains("aws:SecureTransport=false");
                if (denies && list(statement.get("Resource")).size() == 2) {
                    tlsOnly.add(String.valueOf(
                            map(template.properties(policy).get("Bucket")).get("Ref")));
                }
            }
        }
        for (String bucket : template.ofType("AWS::S3::Bucket")) {
            Map<String, Object> properties = template.properties(bucket);
            check(tlsOnly.contains(bucket), bucket + ": no policy refuses requests without TLS");
            check(
                    String.valueOf(properties.get("BucketEncryption")).contains("aws:kms"),
                    bucket + ": not encrypted with KMS");
            check(
                    map(properties.get("PublicAccessBlockConfiguration")).values().stream()
                                    .filter(Boolean.TRUE::equals)
                                    .count()
                            == 4,
                    bucket + ": public access is not blocked four times");
            boolean temporary = bucket.startsWith("Temporary");
            check(temporary || properties.containsKey("VersioningConfiguration"), bucket + ": no versioning");
            lifecycle(bucket, properties);
        }
        for (String kept : List.of("ReportsBucket", "LogsBucket")) {
            Map<String, Object> retention =
                    map(map(map(template.properties(kept).get("ObjectLockConfiguration"))
                                    .get("Rule"))
                            .get("DefaultRetention"));
            check("COMPLIANCE".equals(retention.get("Mode")), kept + ": Object Lock must be in compliance mode");
            Object years = retention.get("Years");
            Object least = map(template.section("Parameters")
                            .get(String.valueOf(map(years).get("Ref"))))
                    .get("MinValue");
            check(
                    Integer.valueOf(7).equals(years) || Integer.valueOf(7).equals(least),
                    kept + ": kept for less than 7 years");
        }
        check(
                template.properties("TemporaryBucket").toString().contains("ExpirationInDays"),
                "TemporaryBucket: nothing expires");
    }

    /** Brief C2: 30 days to IA and not before, 90 to Glacier, 365 to Deep Archive, small objects left alone. */
    private void lifecycle(String bucket, Map<String, Object> properties) {
        Map<String, Integer> asked =
                Map.of("STANDARD_IA", 30, "GLACIER", 90, "DEEP_ARCHIVE", 365, "INTELLIGENT_TIERING", 30);
        for (Object each : list(map(properties.get("LifecycleConfiguration")).get("Rules"))) {
            Map<String, Object> rule = map(each);
            for (Object transition : list(rule.get("Transitions"))) {
                Object storageClass = map(transition).get("StorageClass");
                Object days = map(transition).get("TransitionInDays");
                check(
                        days != null && days.equals(asked.get(String.valueOf(storageClass))),
                        bucket + ": " + storageClass + " after " + days + " days");
                check(rule.containsKey("ObjectSizeGreaterThan"), bucket + ": moves objects too small to be worth it");
            }
        }
    }

    private void keysAndLogs() {
        for (String key : template.ofType("AWS::KMS::Key")) {
            check(Boolean.TRUE.equals(template.properties(key).get("EnableKeyRotation")), key + ": does not rotate");
            for (Object each :
                    list(map(template.properties(key).get("KeyPolicy")).get("Statement"))) {
                Map<String, Object> statement = map(each);
                boolean root = "kms:*".equals(statement.get("Action"));
                check(
                        !root || String.valueOf(statement.get("Principal")).contains(":root"),
                        key + ": kms:* for somebody other than the account");
                check(root || statement.containsKey("Condition"), key + ": a service may use it without a condition");
            }
        }
        Object audit = template.properties("AuditLogGroup").get("RetentionInDays");
        check(
                Integer.valueOf(2557).equals(audit),
                "AuditLogGroup: kept for " + audit + " days, not the 2,557 of seven years");
    }

    /** All that a value refers to, with how: Ref, GetAtt or Sub. */
    private static void targets(@Nullable Object value, BiConsumer<String, String> found) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("Ref") instanceof String target) {
                found.accept(target, "Ref");
            }
            if (map.get("Fn::GetAtt") instanceof List<?> parts) {
                found.accept(String.valueOf(parts.get(0)), "GetAtt");
            }
            if (map.get("Fn::Sub") instanceof String text) {
                Matcher matcher = SUBSTITUTE.matcher(text);
                while (matcher.find()) {
                    String target = matcher.group(1);
                    found.accept(target.contains(".") ? target.substring(0, target.indexOf('.')) : target, "Sub");
                }
            }
            map.values().forEach(each -> targets(each, found));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> targets(each, found));
        }
    }

    private void check(boolean good, String finding) {
        if (!good && !findings.contains(finding)) {
            findings.add(finding);
        }
    }
}
