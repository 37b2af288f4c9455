import type { Cloud, Outputs } from '../../test/deploy/cloud.ts';

/** What is in the queues, and how often the functions have failed since they were deployed. */
export interface QueueState {
  /** Messages that wait or are being worked on. */
  messages: number;
  deadLetters: number;
  /** Runs of any function that ended with an error, a time-out among them. */
  failedRuns: number;
}

/** Asks the emulator's queues and metrics. */
export async function readQueues(cloud: Cloud, { QueueUrl, DeadLettersUrl }: Outputs): Promise<QueueState> {
  const printed = await cloud.aws(`
import datetime, json
def count(url):
    names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible']
    found = client('sqs').get_queue_attributes(QueueUrl=url, AttributeNames=names)['Attributes']
    return sum(int(found[name]) for name in names)
def failed(name):
    now = datetime.datetime.now(datetime.timezone.utc)
    points = client('cloudwatch').get_metric_statistics(Namespace='AWS/Lambda', MetricName='Errors',
        Dimensions=[{'Name': 'FunctionName', 'Value': name}], Period=3600, Statistics=['Sum'],
        StartTime=now - datetime.timedelta(hours=12), EndTime=now + datetime.timedelta(hours=1))['Datapoints']
    return sum(point['Sum'] for point in points)
names = [f['FunctionName'] for f in client('lambda').list_functions()['Functions']]
print(json.dumps({'messages': count(${JSON.stringify(QueueUrl)}), 'deadLetters': count(${JSON.stringify(DeadLettersUrl)}),
    'failedRuns': sum(failed(name) for name in names)}))
`);
  return JSON.parse(printed) as QueueState;
}
