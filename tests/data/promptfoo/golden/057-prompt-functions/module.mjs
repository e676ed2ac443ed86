export default ({ vars, provider }) => `${provider.id} on ${vars.topic}`;
