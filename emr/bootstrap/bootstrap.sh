#!/bin/bash
# Bootstrap action of every node. $1: where the artifacts lie (s3://bucket/prefix).
# Installs the step wrapper; on spot nodes starts the watcher that answers the interruption notice.
set -eu
artifacts=$1
sudo aws s3 cp "$artifacts/daybreak-step" /usr/local/bin/daybreak-step
sudo chmod 755 /usr/local/bin/daybreak-step

metadata=http://169.254.169.254
token=$(curl -sS -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 300' "$metadata/latest/api/token")
lifecycle=$(curl -sS -H "X-aws-ec2-metadata-token: $token" "$metadata/latest/meta-data/instance-life-cycle")
if [ "$lifecycle" != spot ]; then
  exit 0
fi
region=$(curl -sS -H "X-aws-ec2-metadata-token: $token" "$metadata/latest/meta-data/placement/region")
cluster=$(sed -n 's/.*"jobFlowId": *"\([^"]*\)".*/\1/p' /mnt/var/lib/info/job-flow.json)
primary=$(sed -n 's/.*"masterPrivateDnsName": *"\([^"]*\)".*/\1/p' /mnt/var/lib/info/job-flow.json)
role=$(sed -n 's/.*"instanceRole": *"\([^"]*\)".*/\1/p' /mnt/var/lib/info/extraInstanceData.json | tr '[:lower:]' '[:upper:]')
vcpus=$(nproc)
sudo mkdir -p /opt/daybreak/emr
sudo aws s3 cp --recursive --only-show-errors "$artifacts/emr/" /opt/daybreak/emr/
nohup java -Xmx64m -cp '/opt/daybreak/emr/*' io.daybreak.emr.Emr watch --region "$region" --cluster-id "$cluster" \
  --fleet "$role" --units $((vcpus / 8 > 0 ? vcpus / 8 : 1)) --yarn-node "$(hostname -f):8041" \
  --max-on-demand "${DAYBREAK_MAX_ON_DEMAND:-400}" --resource-manager "http://$primary:8088" \
  > /tmp/daybreak-watch.log 2>&1 &
