<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Advice</name>
    <message>
        <source>message %1 (%2)</source>
        <translation>第 %1 条消息（%2）</translation>
    </message>
    <message>
        <source>example %1 (“%2”)</source>
        <translation>示例 %1（“%2”）</translation>
    </message>
    <message>
        <source>repeated text (“%1”)</source>
        <translation>重复文本（“%1”）</translation>
    </message>
    <message>
        <source>%1 instead; its answers were not checked yet</source>
        <translation>改用 %1；其回答尚未检查</translation>
    </message>
    <message>
        <source>%1 instead; %2 of its answers passed their checks, %3 do now</source>
        <translation>改用 %1；其回答有 %2 通过检查，目前为 %3</translation>
    </message>
    <message numerus="yes">
        <source>without %2: %1 token(s) less in each request</source>
        <translation>
            <numerusform>去掉%2：每个请求减少 %1 个词元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %1 token(s) of output, which 95 % of the answers do not pass</source>
        <translation>
            <numerusform>输出至多 %1 个词元，95% 的回答不超过此数</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %1 token(s) that are the same in all prompts first, so that the provider&apos;s cache has them</source>
        <translation>
            <numerusform>把所有提示词中相同的 %1 个词元放在最前，以便提供方缓存</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) equal to others asked once</source>
        <translation>
            <numerusform>与其他请求相同的 %1 个请求只发送一次</numerusform>
        </translation>
    </message>
    <message>
        <source>as a batch, within a day</source>
        <translation>以批处理方式，一天之内完成</translation>
    </message>
    <message>
        <source>%1 (%2) less: %3</source>
        <translation>减少 %1（%2）：%3</translation>
    </message>
</context>
<context>
    <name>AnswerComparison</name>
    <message>
        <source>Not compared: this answer is incomplete</source>
        <translation>未比较：此回答不完整</translation>
    </message>
    <message>
        <source>Both answers are empty</source>
        <translation>两个回答都是空的</translation>
    </message>
    <message>
        <source>Not compared: one answer is empty</source>
        <translation>未比较：其中一个回答为空</translation>
    </message>
    <message>
        <source>%1 % as in the baseline</source>
        <translation>与基准相同 %1%</translation>
    </message>
    <message>
        <source>This answer is incomplete, so nothing is compared with it</source>
        <translation>此回答不完整：不与它比较</translation>
    </message>
    <message>
        <source>The others are compared with this answer</source>
        <translation>其他回答与此回答比较</translation>
    </message>
    <message>
        <source>the same JSON</source>
        <translation>相同的 JSON</translation>
    </message>
    <message>
        <source>JSON: %1 changed, %2 added, %3 removed</source>
        <translation>JSON：%1 处更改，%2 处添加，%3 处移除</translation>
    </message>
    <message>
        <source>%1 added: %2</source>
        <translation>%1 已添加：%2</translation>
    </message>
    <message>
        <source>%1 removed: %2</source>
        <translation>%1 已移除：%2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>coin flip, both were likely in both answers</source>
        <translation>抛硬币，两者在两个回答中都很可能</translation>
    </message>
    <message>
        <source>change of mind, the probability moved</source>
        <translation>改变主意，概率发生了变化</translation>
    </message>
    <message>
        <source>Not compared: no check of this case names an answer</source>
        <translation>未比较：此用例没有检查给出答案</translation>
    </message>
    <message>
        <source>%1 % as expected</source>
        <translation>与期望相同 %1%</translation>
    </message>
    <message>
        <source>%1 % as in the previous repeat</source>
        <translation>与上一次重复相同 %1%</translation>
    </message>
    <message>
        <source>difference %1 of %2</source>
        <translation>差异 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n coin flip(s)</source>
        <translation>
            <numerusform>%n 次抛硬币</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of mind</source>
        <translation>
            <numerusform>%n 次改变主意</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 values stand in the input</source>
        <translation>%2 个值中有 %1 个出现在输入中</translation>
    </message>
    <message>
        <source>Not compared: the input is not known</source>
        <translation>未比较：输入未知</translation>
    </message>
    <message>
        <source>input: %1 % kept, %2 % changed, %3 % removed; %4 % added</source>
        <translation>输入：保留 %1%，更改 %2%，移除 %3%；添加 %4%</translation>
    </message>
    <message>
        <source>%1 stands nowhere in the input</source>
        <translation>%1 未出现在输入中</translation>
    </message>
</context>
<context>
    <name>Attempt</name>
    <message>
        <source>%1 answered</source>
        <translation>%1 已回答</translation>
    </message>
    <message>
        <source>%1 failed its checks</source>
        <translation>%1 未通过检查</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 失败：%2</translation>
    </message>
    <message>
        <source>%1 was stopped</source>
        <translation>%1 已停止</translation>
    </message>
    <message>
        <source>%1 was not asked: %2</source>
        <translation>未请求 %1：%2</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>没有回答：%1</translation>
    </message>
    <message>
        <source>Answered by %1; %2</source>
        <translation>由 %1 回答；%2</translation>
    </message>
    <message>
        <source>Answered by %1 after %2</source>
        <translation>由 %1 回答，此前：%2</translation>
    </message>
    <message>
        <source>%1 → %2 tokens</source>
        <translation>%1 → %2 个词元</translation>
    </message>
    <message>
        <source>retries: %1</source>
        <translation>重试次数：%1</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>费用未知</translation>
    </message>
</context>
<context>
    <name>BaselineRun</name>
    <message>
        <source>Cannot be compared with %1: no case is the same (%2).</source>
        <translation>无法与 %1 比较：没有相同的用例（%2）。</translation>
    </message>
    <message>
        <source>Compared with %1: %2.</source>
        <translation>与 %1 比较：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) the same</source>
        <translation>
            <numerusform>%1 个用例相同</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>略去：%1。</translation>
    </message>
    <message>
        <source>the prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>model or settings</source>
        <translation>模型或设置</translation>
    </message>
    <message>
        <source>Not the same in both: %1.</source>
        <translation>两者不同之处：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) only here</source>
        <translation>
            <numerusform>%1 个用例仅在此处有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) only there</source>
        <translation>
            <numerusform>%1 个用例仅在对方有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) with other checks</source>
        <translation>
            <numerusform>%1 个用例的检查不同</numerusform>
        </translation>
    </message>
    <message>
        <source>without a counterpart there: %1</source>
        <translation>在对方没有对应项：%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a variant and its run</comment>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%1 result(s) of the file stand there again; the first ones count.</source>
        <translation>
            <numerusform>文件中有 %1 个结果重复出现；以首次出现的为准。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file does not have the settings of all variants.</source>
        <translation>文件中没有所有变体的设置。</translation>
    </message>
    <message numerus="yes">
        <source>It does not say what was checked in %1 case(s).</source>
        <translation>
            <numerusform>其中有 %1 个用例未说明检查了什么。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>%1 stands there twice; line %2 counts.</source>
        <translation>%1 出现两次；以第 %2 行为准。</translation>
    </message>
    <message>
        <source>%1 answers what this cell asked before; it asks something else now.</source>
        <translation>%1 回答的是此单元以前的请求；现在的请求已不同。</translation>
    </message>
    <message>
        <source>%1 is not the name of a cell of this run.</source>
        <translation>%1 不是此运行中任何单元的名称。</translation>
    </message>
    <message>
        <source>%1 has no batch API here; --filter-providers leaves a variant out.</source>
        <translation>%1 在此处没有批处理 API；可用 --filter-providers 略去变体。</translation>
    </message>
    <message>
        <source>%1 does not speak OpenAI&apos;s API, which these files are for; --filter-providers leaves a variant out.</source>
        <translation>%1 不使用 OpenAI 的 API，而这些文件是为该 API 准备的；可用 --filter-providers 略去变体。</translation>
    </message>
    <message>
        <source>This run is under way in another program.</source>
        <translation>此运行正在另一个程序中进行。</translation>
    </message>
    <message>
        <source>There is no request to send.</source>
        <translation>没有要发送的请求。</translation>
    </message>
    <message>
        <source>Nothing of this experiment can be sent: no variant has a batch API.</source>
        <translation>此实验没有可发送的内容：没有变体具有批处理 API。</translation>
    </message>
    <message>
        <source>Prompts of this experiment use earlier answers, which a batch does not have.</source>
        <translation>此实验的提示词使用较早的回答，而批处理中没有这些回答。</translation>
    </message>
    <message>
        <source>This experiment was too large to be kept with its run; `tempera batch fetch` merges the answers by its file.</source>
        <translation>此实验过大，未能随其运行一起保存；`tempera batch fetch` 可根据其文件合并回答。</translation>
    </message>
    <message>
        <source>Scripts make the tests of this experiment: open it in the window first, or use `tempera batch fetch`.</source>
        <translation>此实验的测试由脚本生成：请先在窗口中打开它，或使用 `tempera batch fetch`。</translation>
    </message>
</context>
<context>
    <name>BatchText</name>
    <message>
        <source>Expired: %1. The time of the batch ran out before they were answered.</source>
        <translation>已过期：%1。批处理在回答它们之前已到期。</translation>
    </message>
    <message>
        <source>Cancelled: %1.</source>
        <translation>已取消：%1。</translation>
    </message>
    <message>
        <source>Failed: %1. %2</source>
        <translation>失败：%1。%2</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>being cancelled</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Requests: %1. Batches: %2, to %3.</source>
        <comment>How many there are, and where they go</comment>
        <translation>请求：%1。批处理：%2，发往 %3。</translation>
    </message>
    <message>
        <source>At batch price: %1. Run one by one: %2.</source>
        <translation>按批处理价格：%1。逐个运行：%2。</translation>
    </message>
    <message>
        <source>“%1” is left out: it is a model on this machine, which has no batch price.</source>
        <translation>略去“%1”：它是本机上的模型，没有批处理价格。</translation>
    </message>
    <message>
        <source>“%1” is left out: its endpoint has no batch API that Tempera knows.</source>
        <translation>略去“%1”：其端点没有 Tempera 所知的批处理 API。</translation>
    </message>
    <message>
        <source>The batches of “%1” are over: %2 of %3 answered.</source>
        <translation>“%1”的批处理已结束：已回答 %2/%3。</translation>
    </message>
    <message>
        <source>Expired: %1.</source>
        <translation>已过期：%1。</translation>
    </message>
    <message>
        <source>Failed: %1.</source>
        <translation>失败：%1。</translation>
    </message>
    <message>
        <source>“%1”: %2 of %3 requests were answered; the answers are in the run.</source>
        <translation>“%1”：%3 个请求中有 %2 个得到回答；回答已在运行中。</translation>
    </message>
    <message>
        <source>Other reasons: %1.</source>
        <translation>其他原因：%1。</translation>
    </message>
    <message>
        <source>Without a result: %1.</source>
        <translation>没有结果：%1。</translation>
    </message>
    <message>
        <source>Lines of the results that cannot be used: %1.</source>
        <translation>结果中无法使用的行：%1。</translation>
    </message>
</context>
<context>
    <name>Budget</name>
    <message>
        <source>This run costs at least %1; the limit for a run is %2.</source>
        <translation>至少需要花费 %1；单次运行的上限为 %2。</translation>
    </message>
    <message>
        <source>This run costs at least %1; %2 of today&apos;s limit of %3 is spent.</source>
        <translation>至少需要花费 %1；今天已用 %2，上限 %3。</translation>
    </message>
    <message>
        <source>the run&apos;s limit of %1</source>
        <translation>运行的上限 %1</translation>
    </message>
    <message>
        <source>today&apos;s limit of %1</source>
        <translation>今天的上限 %1</translation>
    </message>
    <message>
        <source>this month&apos;s limit of %1</source>
        <translation>本月的上限 %1</translation>
    </message>
    <message>
        <source>the limit of %1 for %2</source>
        <translation>%2 的上限 %1</translation>
    </message>
    <message>
        <source>The next request may cost up to %1, and %2 of %3 is spent. A lower limit on its output makes it cost less.</source>
        <translation>下一个请求最多可能花费 %1，已用 %2（%3）。降低其输出上限可减少费用。</translation>
    </message>
    <message>
        <source>Nobody knows what the next request may cost (%1), so it may pass %2.</source>
        <translation>无法得知下一个请求可能的费用（%1），因此可能超出%2。</translation>
    </message>
</context>
<context>
    <name>BudgetUse</name>
    <message>
        <source>%1 of %2 spent</source>
        <translation>已用 %1，预算 %2</translation>
    </message>
    <message>
        <source>Over the budget of %1: nothing will be started</source>
        <translation>超出预算 %1：不会开始任何请求</translation>
    </message>
    <message>
        <source>May cost more than the budget of %1: the run stops where it is reached</source>
        <translation>费用可能超出预算 %1：运行会在达到预算时停止</translation>
    </message>
    <message>
        <source>Within the budget of %1: at most %2</source>
        <translation>在预算 %1 之内：至多 %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>CacheText</name>
    <message>
        <source>%1 from the cache, %2 saved</source>
        <translation>%1 个来自缓存，节省 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 response(s)</source>
        <translation>
            <numerusform>%1 个响应</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Used again %1 time(s)</source>
        <translation>
            <numerusform>再次使用 %1 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2. %3, %4 saved.</source>
        <translation>%1，%2。%3，节省 %4。</translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>%1 is a reasoning model and does not take %2.</source>
        <translation>%1 是推理模型，不支持 %2。</translation>
    </message>
    <message>
        <source>%1 does not take %2.</source>
        <translation>%1 不支持 %2。</translation>
    </message>
    <message>
        <source>The API of %1 has no %2.</source>
        <translation>%1 的 API 没有 %2。</translation>
    </message>
    <message>
        <source>your own machine</source>
        <translation>您自己的计算机</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>回显</translation>
    </message>
    <message>
        <source>Echo answers with the prompt; nothing is generated.</source>
        <translation>“回显”直接以提示词作答，不生成任何内容。</translation>
    </message>
    <message>
        <source>your own machine, at your own price</source>
        <translation>您自己的计算机，按您自己的价格</translation>
    </message>
    <message>
        <source>OpenAI charges nothing for moderation</source>
        <translation>OpenAI 的内容审核不收费</translation>
    </message>
    <message>
        <source>A script takes what its config says.</source>
        <translation>脚本按其 config 的内容运行。</translation>
    </message>
</context>
<context>
    <name>CellText</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>首个词元 %1</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>费用未知</translation>
    </message>
    <message>
        <source>cut off at the token limit</source>
        <translation>已在词元上限处截断</translation>
    </message>
    <message>
        <source>attempts: %1</source>
        <translation>尝试次数：%1</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Loading the model, %1 %</source>
        <translation>正在加载模型，%1%</translation>
    </message>
    <message>
        <source>Processing the prompt</source>
        <translation>正在读取提示词</translation>
    </message>
    <message>
        <source>Generating</source>
        <translation>正在生成</translation>
    </message>
    <message>
        <source>Retrying (%1)</source>
        <translation>将重试（%1）</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>could not be checked</source>
        <translation>无法检查</translation>
    </message>
    <message>
        <source>not evaluated</source>
        <translation>未评估</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>由 %1 回答</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>SHA-256 of the model&apos;s file: %1</source>
        <translation>模型文件的 SHA-256：%1</translation>
    </message>
    <message>
        <source>⚠ no chat template</source>
        <translation>⚠ 无聊天模板</translation>
    </message>
    <message>
        <source>⚠ schema not fully enforced</source>
        <translation>⚠ 模式未完全强制</translation>
    </message>
    <message>
        <source>⚠ violates its schema</source>
        <translation>⚠ 不符合模式</translation>
    </message>
    <message numerus="yes">
        <source>%1 → %2 token(s)</source>
        <comment>input → output</comment>
        <translation>
            <numerusform>%1 → %2 个词元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s)</source>
        <translation>
            <numerusform>%1 个词元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 check(s) passed</source>
        <translation>
            <numerusform>%2 项检查中有 %1 项通过</numerusform>
        </translation>
    </message>
    <message>
        <source>⚠ %1 not sent</source>
        <translation>⚠ 未发送 %1</translation>
    </message>
    <message>
        <source>Strict: an identical request gives this answer again, bit for bit, with the same model file, version of Tempera and settings of this machine.</source>
        <translation>严格：在模型文件、Tempera 版本和本机设置都相同时，相同的请求会再次给出逐位相同的此回答。</translation>
    </message>
    <message>
        <source>Fast: an identical request may give another answer, as what else runs and what was asked before can change a close decision. In strict mode it gives the same one each time.</source>
        <translation>快速：相同的请求可能给出不同的回答，因为同时运行的内容和此前的请求可能改变势均力敌的选择。在严格模式下，每次都给出相同的回答。</translation>
    </message>
    <message>
        <source>Whether an identical request gives this answer again is up to the server.</source>
        <translation>相同的请求是否会再次给出此回答，取决于服务器。</translation>
    </message>
    <message>
        <source>⚠ %1 has no value</source>
        <translation>⚠ %1 没有值</translation>
    </message>
    <message>
        <source>from the cache</source>
        <translation>来自缓存</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>无需运行</translation>
    </message>
    <message>
        <source>transformed</source>
        <translation>已转换</translation>
    </message>
    <message>
        <source>from the cache, %1 saved</source>
        <translation>来自缓存，节省 %1</translation>
    </message>
    <message>
        <source>Between pieces of text: %1 mostly, 95 % within %2, %3 at most</source>
        <translation>文本片段之间的间隔：通常 %1，95% 不超过 %2，最长 %3</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>已接收：%1</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>%1 · %2</source>
        <comment>prompt · variant</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>head and value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>$%1</source>
        <translation>$%1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from – to</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Share of the variant</source>
        <translation>在变体中的占比</translation>
    </message>
    <message>
        <source>The last bar has all that is larger as well.</source>
        <translation>最后一个柱形还包含所有更大的值。</translation>
    </message>
    <message>
        <source>Time until the first token</source>
        <translation>到首个词元的时间</translation>
    </message>
    <message>
        <source>Seconds until the first token</source>
        <translation>到首个词元的秒数</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个词元</translation>
    </message>
    <message>
        <source>No answer says when its first token came.</source>
        <translation>没有回答记录其首个词元的到达时间。</translation>
    </message>
    <message>
        <source>Time until the end</source>
        <translation>到结束的时间</translation>
    </message>
    <message>
        <source>Seconds until the end</source>
        <translation>到结束的秒数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>No answer is there yet.</source>
        <translation>还没有回答。</translation>
    </message>
    <message>
        <source>Cost of an answer</source>
        <translation>每个回答的费用</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>No answer has a known cost.</source>
        <translation>没有费用已知的回答。</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>No cell has been checked yet.</source>
        <translation>还没有检查过任何单元。</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 及以上</translation>
    </message>
    <message>
        <source>Bars are 95 % intervals; repeats of a case count as one case.</source>
        <translation>误差线为 95% 置信区间；同一用例的多次重复算作一个用例。</translation>
    </message>
    <message>
        <source>Pass rate</source>
        <translation>通过率</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95% 置信区间</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>with /%1/</source>
        <translation>含 /%1/</translation>
    </message>
    <message>
        <source>without</source>
        <translation>不含</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>所有其他</translation>
    </message>
    <message>
        <source>Pass rate by check</source>
        <translation>各检查的通过率</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Pass rate by %1</source>
        <translation>按 %1 划分的通过率</translation>
    </message>
    <message>
        <source>No case has a value for “%1”.</source>
        <translation>没有用例含有“%1”的值。</translation>
    </message>
    <message numerus="yes">
        <source>The pattern took too long in %n value(s), which are left out.</source>
        <translation>
            <numerusform>该模式在 %n 个值上耗时过长，已略去这些值。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pass rate over past runs</source>
        <translation>历次运行的通过率</translation>
    </message>
    <message>
        <source>Bars are 95 % intervals. Prompts, cases and checks may have changed between the runs.</source>
        <translation>误差线为 95% 置信区间。各次运行之间，提示词、用例和检查可能有改动。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>All variants</source>
        <translation>所有变体</translation>
    </message>
    <message>
        <source>No run of this experiment has been checked yet.</source>
        <translation>此实验还没有经过检查的运行。</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>Pass rate by variant</source>
        <translation>各变体的通过率</translation>
    </message>
    <message>
        <source>Cost against quality</source>
        <translation>费用与质量</translation>
    </message>
    <message>
        <source>Means with 95 % intervals. Along the front no variant is both cheaper and better than another.</source>
        <translation>均值及 95% 置信区间。在前沿上，没有变体比另一个既更便宜又更好。</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>平均得分</translation>
    </message>
    <message>
        <source>On the front</source>
        <translation>在前沿上</translation>
    </message>
    <message>
        <source>No variant has both a known cost and a score yet.</source>
        <translation>还没有既有已知费用又有得分的变体。</translation>
    </message>
    <message>
        <source>Cost of an answer, US dollars</source>
        <translation>每个回答的费用（美元）</translation>
    </message>
    <message>
        <source>Front: nothing is both cheaper and better</source>
        <translation>前沿：没有既更便宜又更好的</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Left out, without a known cost or a score: %1.</source>
        <translation>略去（费用未知或没有得分）：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n here: %1</source>
        <comment>marks of a chart at one place</comment>
        <translation>
            <numerusform>此处 %n 个：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Input tokens of a request</source>
        <translation>单个请求的输入词元</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>输入词元</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>No request has been counted yet.</source>
        <translation>尚未对任何请求计数。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>95 % at most</source>
        <translation>95% 不超过</translation>
    </message>
    <message>
        <source>Context of the model</source>
        <translation>模型的上下文</translation>
    </message>
    <message>
        <source>Another price from here</source>
        <translation>从此处起价格不同</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>输入词元</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>输出词元</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cost of failed</source>
        <translation>失败费用</translation>
    </message>
    <message>
        <source>The ledger has no requests of that time.</source>
        <translation>账本中没有该时段的请求。</translation>
    </message>
    <message>
        <source>%1 + %2 unknown</source>
        <translation>%1 + %2 个未知</translation>
    </message>
    <message>
        <source>Spent by day</source>
        <translation>按日期的花费</translation>
    </message>
    <message>
        <source>Spent by model</source>
        <translation>按模型的花费</translation>
    </message>
    <message>
        <source>Spent by endpoint</source>
        <translation>按端点的花费</translation>
    </message>
    <message>
        <source>Spent by experiment</source>
        <translation>按实验的花费</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>The last %1 days on which something was asked.</source>
        <translation>最近 %1 个有请求的日期。</translation>
    </message>
    <message>
        <source>The last bar is %1 others together.</source>
        <translation>最后一条为其他 %1 项的合计。</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n answer(s) to no words.</source>
        <translation>
            <numerusform>略去：%n 个输入不含词的回答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved by caches</source>
        <translation>缓存节省</translation>
    </message>
    <message>
        <source>%1 $</source>
        <comment>a power of ten</comment>
        <translation>%1 美元</translation>
    </message>
    <message>
        <source>%1 (in %2)</source>
        <comment>title of an axis, 10⁻⁶ $</comment>
        <translation>%1（单位：%2）</translation>
    </message>
</context>
<context>
    <name>CheckBase</name>
    <message>
        <source>the judge gave a score without &quot;pass&quot;, and there is no threshold</source>
        <translation>评判模型给出了分数而没有“pass”，且没有设定阈值</translation>
    </message>
    <message>
        <source>the judge gave vectors instead of words</source>
        <translation>评审模型给出的是向量而不是文字</translation>
    </message>
</context>
<context>
    <name>CheckKinds</name>
    <message>
        <source>is exactly the text</source>
        <translation>与文本完全相同</translation>
    </message>
    <message>
        <source>The whole answer must be this text, character by character. A map or list in JSON is compared with the answer read as JSON.</source>
        <translation>整个回答必须逐字符等于此文本。JSON 对象或列表会与按 JSON 读取的回答比较。</translation>
    </message>
    <message>
        <source>The answer is %1</source>
        <translation>回答是%1</translation>
    </message>
    <message>
        <source>The answer is not %1</source>
        <translation>回答不是%1</translation>
    </message>
    <message>
        <source>contains the text</source>
        <translation>包含文本</translation>
    </message>
    <message>
        <source>The text occurs anywhere in the answer, in exactly this capitalisation.</source>
        <translation>文本以完全相同的大小写出现在回答中。</translation>
    </message>
    <message>
        <source>The answer contains %1</source>
        <translation>回答包含%1</translation>
    </message>
    <message>
        <source>The answer does not contain %1</source>
        <translation>回答不包含%1</translation>
    </message>
    <message>
        <source>contains the text, in any case</source>
        <translation>包含文本（不分大小写）</translation>
    </message>
    <message>
        <source>The text occurs anywhere in the answer, in upper or lower case.</source>
        <translation>文本出现在回答中；不区分大小写。</translation>
    </message>
    <message>
        <source>The answer contains %1 in any case</source>
        <translation>回答包含%1（不分大小写）</translation>
    </message>
    <message>
        <source>The answer does not contain %1 in any case</source>
        <translation>回答不包含%1（不分大小写）</translation>
    </message>
    <message>
        <source>begins with the text</source>
        <translation>以文本开头</translation>
    </message>
    <message>
        <source>The answer begins with exactly this text.</source>
        <translation>回答以完全相同的字符开头。</translation>
    </message>
    <message>
        <source>The answer begins with %1</source>
        <translation>回答以%1开头</translation>
    </message>
    <message>
        <source>The answer does not begin with %1</source>
        <translation>回答不以%1开头</translation>
    </message>
    <message>
        <source>ends with the text</source>
        <translation>以文本结尾</translation>
    </message>
    <message>
        <source>The answer ends with exactly this text.</source>
        <translation>回答以完全相同的字符结尾。</translation>
    </message>
    <message>
        <source>The answer ends with %1</source>
        <translation>回答以%1结尾</translation>
    </message>
    <message>
        <source>The answer does not end with %1</source>
        <translation>回答不以%1结尾</translation>
    </message>
    <message>
        <source>contains all of the texts</source>
        <translation>包含所有文本</translation>
    </message>
    <message>
        <source>Each of the texts occurs somewhere in the answer.</source>
        <translation>每个文本都出现在回答中。</translation>
    </message>
    <message>
        <source>The answer contains all of %1</source>
        <translation>回答包含全部：%1</translation>
    </message>
    <message>
        <source>The answer does not contain all of %1</source>
        <translation>回答未全部包含：%1</translation>
    </message>
    <message>
        <source>contains one of the texts</source>
        <translation>包含其中一个文本</translation>
    </message>
    <message>
        <source>At least one of the texts occurs somewhere in the answer.</source>
        <translation>至少有一个文本出现在回答中。</translation>
    </message>
    <message>
        <source>The answer contains one of %1</source>
        <translation>回答包含其一：%1</translation>
    </message>
    <message>
        <source>The answer contains none of %1</source>
        <translation>回答不包含任何一个：%1</translation>
    </message>
    <message>
        <source>contains all of the texts, in any case</source>
        <translation>包含所有文本（不分大小写）</translation>
    </message>
    <message>
        <source>Each of the texts occurs somewhere in the answer, in upper or lower case.</source>
        <translation>每个文本都出现在回答中；不区分大小写。</translation>
    </message>
    <message>
        <source>The answer contains all of %1 in any case</source>
        <translation>回答包含全部：%1（不分大小写）</translation>
    </message>
    <message>
        <source>The answer does not contain all of %1 in any case</source>
        <translation>回答未全部包含：%1（不分大小写）</translation>
    </message>
    <message>
        <source>contains one of the texts, in any case</source>
        <translation>包含其中一个文本（不分大小写）</translation>
    </message>
    <message>
        <source>At least one of the texts occurs somewhere in the answer, in upper or lower case.</source>
        <translation>至少有一个文本出现在回答中；不区分大小写。</translation>
    </message>
    <message>
        <source>The answer contains one of %1 in any case</source>
        <translation>回答包含其一：%1（不分大小写）</translation>
    </message>
    <message>
        <source>The answer contains none of %1 in any case</source>
        <translation>回答不包含任何一个：%1（不分大小写）</translation>
    </message>
    <message>
        <source>has none of the words</source>
        <translation>不含任何这些词</translation>
    </message>
    <message>
        <source>None of the words occurs in the answer as a whole word, in any case.</source>
        <translation>这些词都不作为独立的词出现在回答中（不分大小写）。</translation>
    </message>
    <message>
        <source>The answer has none of %1</source>
        <translation>回答不含：%1</translation>
    </message>
    <message>
        <source>The answer has one of %1</source>
        <translation>回答含有其一：%1</translation>
    </message>
    <message>
        <source>matches the pattern</source>
        <translation>匹配模式</translation>
    </message>
    <message>
        <source>A regular expression as in JavaScript, found anywhere in the answer; ^ and $ match its beginning and end.</source>
        <translation>与 JavaScript 相同的正则表达式，可匹配回答中任意位置；^ 和 $ 是回答的开头和结尾。</translation>
    </message>
    <message>
        <source>The answer matches %1</source>
        <translation>回答匹配%1</translation>
    </message>
    <message>
        <source>The answer does not match %1</source>
        <translation>回答不匹配%1</translation>
    </message>
    <message>
        <source>is JSON</source>
        <translation>是 JSON</translation>
    </message>
    <message>
        <source>The whole answer is JSON, and follows the schema where one is given.</source>
        <translation>整个回答是 JSON；如给出模式，则须符合模式。</translation>
    </message>
    <message>
        <source>The answer is JSON %1</source>
        <translation>回答是 JSON %1</translation>
    </message>
    <message>
        <source>The answer is not JSON %1</source>
        <translation>回答不是 JSON %1</translation>
    </message>
    <message>
        <source>contains JSON</source>
        <translation>包含 JSON</translation>
    </message>
    <message>
        <source>A map or list in the answer is JSON, and follows the schema where one is given.</source>
        <translation>回答中有 JSON 对象或列表；如给出模式，则须符合模式。</translation>
    </message>
    <message>
        <source>The answer contains JSON %1</source>
        <translation>回答包含 JSON %1</translation>
    </message>
    <message>
        <source>The answer does not contain JSON %1</source>
        <translation>回答不包含 JSON %1</translation>
    </message>
    <message>
        <source>is close to the text</source>
        <translation>与文本相近</translation>
    </message>
    <message>
        <source>At most this many characters have to be inserted, deleted or replaced to turn the answer into the text.</source>
        <translation>最多插入、删除或替换这么多字符即可使回答变为该文本。</translation>
    </message>
    <message>
        <source>The answer is close to %1</source>
        <translation>回答与%1相近</translation>
    </message>
    <message>
        <source>The answer is not close to %1</source>
        <translation>回答与%1不相近</translation>
    </message>
    <message>
        <source>Maximum edits</source>
        <translation>最多编辑数</translation>
    </message>
    <message>
        <source>has this many words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>Words are separated by spaces and line breaks.</source>
        <translation>词是由空格和换行分隔的部分。</translation>
    </message>
    <message>
        <source>The answer has %1 words</source>
        <translation>回答有%1个词</translation>
    </message>
    <message>
        <source>The answer does not have %1 words</source>
        <translation>回答没有%1个词</translation>
    </message>
    <message>
        <source>has at least this many characters</source>
        <translation>至少有这么多字符</translation>
    </message>
    <message>
        <source>Whitespace at the beginning and the end is not counted.</source>
        <translation>首尾空白不计。</translation>
    </message>
    <message>
        <source>The answer has at least %1 characters</source>
        <translation>回答至少有 %1 个字符</translation>
    </message>
    <message>
        <source>The answer has fewer than %1 characters</source>
        <translation>回答少于 %1 个字符</translation>
    </message>
    <message>
        <source>was fast enough</source>
        <translation>按时返回</translation>
    </message>
    <message>
        <source>The time from sending the request to the end of the answer.</source>
        <translation>从发送请求到回答结束的时间。</translation>
    </message>
    <message>
        <source>The answer was fast enough</source>
        <translation>回答按时返回</translation>
    </message>
    <message>
        <source>The answer was not fast enough</source>
        <translation>回答未按时返回</translation>
    </message>
    <message>
        <source>Maximum milliseconds</source>
        <translation>最多毫秒数</translation>
    </message>
    <message>
        <source>was cheap enough</source>
        <translation>费用足够低</translation>
    </message>
    <message>
        <source>What the answer cost; an unknown cost cannot be checked.</source>
        <translation>回答的费用；费用未知时无法检查。</translation>
    </message>
    <message>
        <source>The answer was cheap enough</source>
        <translation>回答的费用足够低</translation>
    </message>
    <message>
        <source>The answer was not cheap enough</source>
        <translation>回答的费用不够低</translation>
    </message>
    <message>
        <source>Maximum US dollars</source>
        <translation>最多美元</translation>
    </message>
    <message>
        <source>ended for this reason</source>
        <translation>结束原因</translation>
    </message>
    <message>
        <source>Why the model stopped: “stop” means that it finished, “length” that it reached the token limit.</source>
        <translation>模型停止的原因：“stop”为自行结束，“length”为达到词元上限。</translation>
    </message>
    <message>
        <source>The answer ended with %1</source>
        <translation>回答以%1结束</translation>
    </message>
    <message>
        <source>The answer did not end with %1</source>
        <translation>回答不是以%1结束</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>that follows the schema</source>
        <translation>（符合模式）</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1 </translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1 </translation>
    </message>
    <message>
        <source>“%1”: not supported by this version</source>
        <translation>“%1”：此版本不执行</translation>
    </message>
    <message>
        <source>%1 (%2: %3)</source>
        <translation>%1（%2：%3）</translation>
    </message>
    <message>
        <source>A text is missing.</source>
        <translation>缺少文本。</translation>
    </message>
    <message>
        <source>Texts are missing, one a line.</source>
        <translation>缺少文本，每行一个。</translation>
    </message>
    <message>
        <source>A pattern is missing.</source>
        <translation>缺少模式。</translation>
    </message>
    <message>
        <source>A number is missing.</source>
        <translation>缺少数字。</translation>
    </message>
    <message>
        <source>A minimum or a maximum number of words is missing.</source>
        <translation>缺少词数的下限或上限。</translation>
    </message>
    <message>
        <source>The minimum is larger than the maximum.</source>
        <translation>下限大于上限。</translation>
    </message>
    <message>
        <source>A reason is missing, such as “stop”.</source>
        <translation>缺少原因，例如“stop”。</translation>
    </message>
    <message>
        <source>A number is missing: %1.</source>
        <translation>缺少数字：%1。</translation>
    </message>
    <message>
        <source>This version does not support this check; it is kept as it is.</source>
        <translation>此版本不执行该检查；内容原样保留。</translation>
    </message>
    <message>
        <source>passes the script</source>
        <translation>通过脚本检查</translation>
    </message>
    <message>
        <source>The answer passes the script %1</source>
        <translation>回答通过脚本 %1</translation>
    </message>
    <message>
        <source>The answer does not pass the script %1</source>
        <translation>回答未通过脚本 %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>meets the rubric</source>
        <translation>符合评分标准</translation>
    </message>
    <message>
        <source>A model reads the answer and says whether it is as described, and why. Each answer takes one more request.</source>
        <translation>由一个模型阅读回答，判断是否符合描述并说明理由。每个回答需要多发一次请求。</translation>
    </message>
    <message>
        <source>The answer meets the rubric %1</source>
        <translation>回答符合评分标准 %1</translation>
    </message>
    <message>
        <source>The answer does not meet the rubric %1</source>
        <translation>回答不符合评分标准 %1</translation>
    </message>
    <message>
        <source>scores well by the criteria</source>
        <translation>按标准得分良好</translation>
    </message>
    <message>
        <source>A model scores prompt and answer by a criterion, or by several that are given as a list in JSON.</source>
        <translation>由一个模型按一条标准（或以 JSON 列表给出的多条标准）为提示词和回答打分。</translation>
    </message>
    <message>
        <source>The answer scores well by %1</source>
        <translation>回答按 %1 得分良好</translation>
    </message>
    <message>
        <source>The answer does not score well by %1</source>
        <translation>回答按 %1 得分不佳</translation>
    </message>
    <message>
        <source>meets the criterion</source>
        <translation>满足标准</translation>
    </message>
    <message>
        <source>A model reads prompt and answer and says whether the answer meets the criterion, yes or no.</source>
        <translation>由一个模型阅读提示词和回答，判断回答是否满足标准（是或否）。</translation>
    </message>
    <message>
        <source>The answer meets the criterion %1</source>
        <translation>回答满足标准 %1</translation>
    </message>
    <message>
        <source>The answer does not meet the criterion %1</source>
        <translation>回答不满足标准 %1</translation>
    </message>
    <message>
        <source>agrees with the reference</source>
        <translation>与参考答案一致</translation>
    </message>
    <message>
        <source>A model compares the facts of the answer with those of a reference answer.</source>
        <translation>由一个模型将回答中的事实与参考答案进行比较。</translation>
    </message>
    <message>
        <source>The answer agrees with the reference %1</source>
        <translation>回答与参考答案 %1 一致</translation>
    </message>
    <message>
        <source>The answer does not agree with the reference %1</source>
        <translation>回答与参考答案 %1 不一致</translation>
    </message>
    <message>
        <source>JavaScript that sees “output” and “context” (prompt, vars, metadata …): an expression, or several lines with “return”. It returns true or false, a score, or an object with pass, score and reason.</source>
        <translation>可访问“output”和“context”（prompt、vars、metadata 等）的 JavaScript：一个表达式，或含“return”的多行代码。返回 true 或 false、一个分数，或含 pass、score 和 reason 的对象。</translation>
    </message>
    <message>
        <source>Minimum score</source>
        <translation>最低分数</translation>
    </message>
    <message>
        <source>The answer has enough in common with %1</source>
        <translation>回答与%1有足够的共同之处</translation>
    </message>
    <message>
        <source>The answer does not have enough in common with %1</source>
        <translation>回答与%1的共同之处不足</translation>
    </message>
    <message>
        <source>was little surprising</source>
        <translation>不太出人意料</translation>
    </message>
    <message>
        <source>The perplexity of the answer to its own model; it needs the probabilities of the tokens.</source>
        <translation>回答对其自身模型的困惑度；需要词元的概率。</translation>
    </message>
    <message>
        <source>The answer was little surprising</source>
        <translation>回答不太出人意料</translation>
    </message>
    <message>
        <source>The answer was surprising</source>
        <translation>回答出人意料</translation>
    </message>
    <message>
        <source>Maximum perplexity</source>
        <translation>最大困惑度</translation>
    </message>
    <message>
        <source>was likely</source>
        <translation>概率足够高</translation>
    </message>
    <message>
        <source>1 / (1 + perplexity), 0.5 at most; it needs the probabilities of the tokens.</source>
        <translation>1 / (1 + 困惑度)，最大 0.5；需要词元的概率。</translation>
    </message>
    <message>
        <source>The answer was likely</source>
        <translation>回答的概率足够高</translation>
    </message>
    <message>
        <source>The answer was not likely</source>
        <translation>回答的概率不够高</translation>
    </message>
    <message>
        <source>shares words with the text (ROUGE-1)</source>
        <translation>与文本有共同的词 (ROUGE-1)</translation>
    </message>
    <message>
        <source>F-measure of the words that both have.</source>
        <translation>两者共有的词的 F 值。</translation>
    </message>
    <message>
        <source>shares phrases with the text (BLEU)</source>
        <translation>与文本有共同的短语 (BLEU)</translation>
    </message>
    <message>
        <source>Precision of runs of one to four words.</source>
        <translation>一到四个连续词的精确率。</translation>
    </message>
    <message>
        <source>shares phrases with the text (GLEU)</source>
        <translation>与文本有共同的短语 (GLEU)</translation>
    </message>
    <message>
        <source>The lesser of precision and recall of runs of one to four words.</source>
        <translation>一到四个连续词的精确率与召回率中的较小者。</translation>
    </message>
    <message>
        <source>shares words with the text (METEOR)</source>
        <translation>与文本有共同的词 (METEOR)</translation>
    </message>
    <message>
        <source>Words and their stems in common, and in which order; without a dictionary of synonyms.</source>
        <translation>共有的词及词干，以及其顺序；不使用同义词词典。</translation>
    </message>
    <message>
        <source>is XML</source>
        <translation>是 XML</translation>
    </message>
    <message>
        <source>The whole answer is XML, and has the elements, named by their paths (a.b).</source>
        <translation>整个回答是 XML，且含有这些元素（以路径表示，如 a.b）。</translation>
    </message>
    <message>
        <source>The answer is XML %1</source>
        <translation>回答是 XML %1</translation>
    </message>
    <message>
        <source>The answer is not XML %1</source>
        <translation>回答不是 XML %1</translation>
    </message>
    <message>
        <source>contains XML</source>
        <translation>包含 XML</translation>
    </message>
    <message>
        <source>XML in the answer has the elements, named by their paths (a.b).</source>
        <translation>回答中的 XML 含有这些元素（以路径表示，如 a.b）。</translation>
    </message>
    <message>
        <source>The answer contains XML %1</source>
        <translation>回答包含 XML %1</translation>
    </message>
    <message>
        <source>The answer does not contain XML %1</source>
        <translation>回答不包含 XML %1</translation>
    </message>
    <message>
        <source>is HTML</source>
        <translation>是 HTML</translation>
    </message>
    <message>
        <source>The whole answer is HTML, with no text outside of its elements.</source>
        <translation>整个回答是 HTML，元素之外没有文本。</translation>
    </message>
    <message>
        <source>The answer is HTML</source>
        <translation>回答是 HTML</translation>
    </message>
    <message>
        <source>The answer is not HTML</source>
        <translation>回答不是 HTML</translation>
    </message>
    <message>
        <source>contains HTML</source>
        <translation>包含 HTML</translation>
    </message>
    <message>
        <source>There are at least two signs of HTML in the answer.</source>
        <translation>回答中至少有两处 HTML 的迹象。</translation>
    </message>
    <message>
        <source>The answer contains HTML</source>
        <translation>回答包含 HTML</translation>
    </message>
    <message>
        <source>The answer does not contain HTML</source>
        <translation>回答不包含 HTML</translation>
    </message>
    <message>
        <source>is SQL</source>
        <translation>是 SQL</translation>
    </message>
    <message>
        <source>SELECT, INSERT, UPDATE and DELETE are recognised; allowedTables and allowedColumns may be given in JSON.</source>
        <translation>可识别 SELECT、INSERT、UPDATE 和 DELETE；可用 JSON 给出 allowedTables 和 allowedColumns。</translation>
    </message>
    <message>
        <source>The answer is SQL %1</source>
        <translation>回答是 SQL %1</translation>
    </message>
    <message>
        <source>The answer is not SQL %1</source>
        <translation>回答不是 SQL %1</translation>
    </message>
    <message>
        <source>contains SQL</source>
        <translation>包含 SQL</translation>
    </message>
    <message>
        <source>A block of code in the answer, or all of it, is SQL.</source>
        <translation>回答中的某个代码块或整个回答是 SQL。</translation>
    </message>
    <message>
        <source>The answer contains SQL %1</source>
        <translation>回答包含 SQL %1</translation>
    </message>
    <message>
        <source>The answer does not contain SQL %1</source>
        <translation>回答不包含 SQL %1</translation>
    </message>
    <message>
        <source>calls the tools</source>
        <translation>调用这些工具</translation>
    </message>
    <message>
        <source>The tools that the answer calls, in JSON, are these and no others.</source>
        <translation>回答以 JSON 调用的工具正是这些，没有其他。</translation>
    </message>
    <message>
        <source>The answer calls %1</source>
        <translation>回答调用%1</translation>
    </message>
    <message>
        <source>The answer does not call %1</source>
        <translation>回答未调用%1</translation>
    </message>
    <message>
        <source>is near the number</source>
        <translation>接近该数</translation>
    </message>
    <message>
        <source>The first number in the answer differs from it by that much at most.</source>
        <translation>回答中的第一个数与它的差值不超过该数值。</translation>
    </message>
    <message>
        <source>The answer is near %1</source>
        <translation>回答接近%1</translation>
    </message>
    <message>
        <source>The answer is not near %1</source>
        <translation>回答不接近%1</translation>
    </message>
    <message>
        <source>Maximum difference</source>
        <translation>最大差值</translation>
    </message>
    <message>
        <source>is easy to read</source>
        <translation>易读</translation>
    </message>
    <message>
        <source>Flesch&apos;s reading ease of an English text: 100 is very easy, 60 plain, 30 hard.</source>
        <translation>英文文本的 Flesch 易读度：100 非常易读，60 一般，30 难读。</translation>
    </message>
    <message>
        <source>The answer is easy to read</source>
        <translation>回答易读</translation>
    </message>
    <message>
        <source>The answer is hard to read</source>
        <translation>回答难读</translation>
    </message>
    <message>
        <source>Minimum reading ease</source>
        <translation>最低易读度</translation>
    </message>
    <message>
        <source>is a refusal</source>
        <translation>是拒绝</translation>
    </message>
    <message>
        <source>The answer declines, by its words in English, or is empty.</source>
        <translation>按其英文措辞，回答表示拒绝，或者为空。</translation>
    </message>
    <message>
        <source>The answer is a refusal</source>
        <translation>回答是拒绝</translation>
    </message>
    <message>
        <source>The answer is no refusal</source>
        <translation>回答不是拒绝</translation>
    </message>
    <message>
        <source>was not withheld</source>
        <translation>未被拦截</translation>
    </message>
    <message>
        <source>The endpoint&apos;s filter let the answer pass.</source>
        <translation>端点的过滤器放行了回答。</translation>
    </message>
    <message>
        <source>The answer was not withheld</source>
        <translation>回答未被拦截</translation>
    </message>
    <message>
        <source>The answer was withheld</source>
        <translation>回答被拦截</translation>
    </message>
    <message>
        <source>has something at a JSONPath</source>
        <translation>在 JSONPath 处有内容</translation>
    </message>
    <message>
        <source>The answer is JSON, and the query finds something. In JSON: {&quot;query&quot;: …, &quot;equals&quot;: …}.</source>
        <translation>回答是 JSON，且查询能找到内容。以 JSON 表示：{&quot;query&quot;: …, &quot;equals&quot;: …}。</translation>
    </message>
    <message>
        <source>The answer has something at %1</source>
        <translation>回答在%1处有内容</translation>
    </message>
    <message>
        <source>The answer has nothing at %1</source>
        <translation>回答在%1处没有内容</translation>
    </message>
    <message>
        <source>has something by JMESPath</source>
        <translation>按 JMESPath 查到内容</translation>
    </message>
    <message>
        <source>The answer has something by %1</source>
        <translation>回答按%1查到内容</translation>
    </message>
    <message>
        <source>The answer has nothing by %1</source>
        <translation>回答按%1查不到内容</translation>
    </message>
    <message>
        <source>is one of the labels</source>
        <translation>是其中一个标签</translation>
    </message>
    <message>
        <source>The answer is a label, in any case; quotes and a full stop do not count.</source>
        <translation>回答是一个标签（不分大小写）；引号和句号不计。</translation>
    </message>
    <message>
        <source>The answer is one of %1</source>
        <translation>回答是其中之一：%1</translation>
    </message>
    <message>
        <source>The answer is none of %1</source>
        <translation>回答不是任何一个：%1</translation>
    </message>
    <message>
        <source>contains personal data</source>
        <translation>包含个人数据</translation>
    </message>
    <message>
        <source>E-mail and IP addresses, phone numbers, IBANs and card numbers: email, ip, phone, iban, card; none: all.</source>
        <translation>电子邮件和 IP 地址、电话号码、IBAN 和卡号：email、ip、phone、iban、card；不指定则为全部。</translation>
    </message>
    <message>
        <source>The answer contains personal data %1</source>
        <translation>回答包含个人数据 %1</translation>
    </message>
    <message>
        <source>The answer does not contain personal data %1</source>
        <translation>回答不包含个人数据 %1</translation>
    </message>
    <message>
        <source>The score of these is at least %1: %2</source>
        <translation>以下各项的分数至少为 %1：%2</translation>
    </message>
    <message>
        <source>All of these: %1</source>
        <translation>以下全部：%1</translation>
    </message>
    <message>
        <source>is the best of the answers to its case</source>
        <translation>是该用例的最佳回答</translation>
    </message>
    <message>
        <source>A model compares the answers of all variants to the case and chooses the one that fits the criterion best. Each case takes one more request.</source>
        <translation>由一个模型比较所有变体对该用例的回答，并选出最符合标准的一个。每个用例需要多发一次请求。</translation>
    </message>
    <message>
        <source>The answer fits %1 best</source>
        <translation>回答最符合%1</translation>
    </message>
    <message>
        <source>The answer does not fit %1 best</source>
        <translation>回答不是最符合%1的</translation>
    </message>
    <message>
        <source>has the highest score of the answers to its case</source>
        <translation>在该用例的回答中得分最高</translation>
    </message>
    <message>
        <source>Of the answers of all variants to the case the one passes whose other checks score highest. JSON may hold “method” (“average”, “sum”), “weights” by type of check, and a “threshold”.</source>
        <translation>在所有变体对该用例的回答中，其他检查得分最高的那个通过。JSON 中可以有“method”（“average”、“sum”）、按检查类型的“weights”，以及“threshold”。</translation>
    </message>
    <message>
        <source>The answer has the highest score %1</source>
        <translation>回答的得分最高 %1</translation>
    </message>
    <message>
        <source>The answer does not have the highest score %1</source>
        <translation>回答的得分不是最高 %1</translation>
    </message>
    <message>
        <source>A model for embeddings makes a vector of the answer and of the text; several texts are given as a list in JSON, and one of them is enough. Each answer takes one more request.</source>
        <translation>由一个嵌入模型为回答和文本生成向量；多个文本以 JSON 列表给出，符合其中之一即可。每个回答需要多发一次请求。</translation>
    </message>
    <message>
        <source>is about what was asked</source>
        <translation>与所问内容相关</translation>
    </message>
    <message>
        <source>A model writes questions that the answer fits, and a model for embeddings compares them with the prompt. Each answer takes two more requests.</source>
        <translation>由一个模型写出该回答所适合的问题，再由一个嵌入模型将这些问题与提示词比较。每个回答需要多发两次请求。</translation>
    </message>
    <message>
        <source>The answer is about what was asked</source>
        <translation>回答与所问内容相关</translation>
    </message>
    <message>
        <source>The answer is not about what was asked</source>
        <translation>回答与所问内容不相关</translation>
    </message>
    <message>
        <source>Minimum similarity</source>
        <translation>最低相似度</translation>
    </message>
    <message>
        <source>means about the same</source>
        <translation>含义大致相同</translation>
    </message>
    <message>
        <source>The answer means about the same as %1</source>
        <translation>回答与%1含义大致相同</translation>
    </message>
    <message>
        <source>The answer does not mean about the same as %1</source>
        <translation>回答与%1含义不大相同</translation>
    </message>
    <message>
        <source>means about the same (cosine)</source>
        <translation>含义大致相同（余弦）</translation>
    </message>
    <message>
        <source>The answer means about the same as %1 by the cosine</source>
        <translation>按余弦计算，回答与%1含义大致相同</translation>
    </message>
    <message>
        <source>The answer does not mean about the same as %1 by the cosine</source>
        <translation>按余弦计算，回答与%1含义不大相同</translation>
    </message>
    <message>
        <source>means about the same (dot product)</source>
        <translation>含义大致相同（点积）</translation>
    </message>
    <message>
        <source>The answer means about the same as %1 by the dot product</source>
        <translation>按点积计算，回答与%1含义大致相同</translation>
    </message>
    <message>
        <source>The answer does not mean about the same as %1 by the dot product</source>
        <translation>按点积计算，回答与%1含义不大相同</translation>
    </message>
    <message>
        <source>means about the same (distance)</source>
        <translation>含义大致相同（距离）</translation>
    </message>
    <message>
        <source>The answer means about the same as %1 by the distance</source>
        <translation>按距离计算，回答与%1含义大致相同</translation>
    </message>
    <message>
        <source>The answer does not mean about the same as %1 by the distance</source>
        <translation>按距离计算，回答与%1含义不大相同</translation>
    </message>
    <message>
        <source>Maximum distance</source>
        <translation>最大距离</translation>
    </message>
    <message>
        <source>calls tools correctly</source>
        <translation>正确调用工具</translation>
    </message>
    <message>
        <source>The answer is nothing but calls of tools that its provider offers, with arguments that follow their schemas.</source>
        <translation>回答只包含对其提供方所提供工具的调用，且参数符合其模式。</translation>
    </message>
    <message>
        <source>The answer calls tools correctly</source>
        <translation>回答正确调用了工具</translation>
    </message>
    <message>
        <source>The answer does not call tools correctly</source>
        <translation>回答没有正确调用工具</translation>
    </message>
    <message>
        <source>calls a function correctly</source>
        <translation>正确调用函数</translation>
    </message>
    <message>
        <source>The same for “functions”, the older form of OpenAI&apos;s tools.</source>
        <translation>同样适用于“functions”，即 OpenAI 工具的旧形式。</translation>
    </message>
    <message>
        <source>The answer calls a function correctly</source>
        <translation>回答正确调用了函数</translation>
    </message>
    <message>
        <source>The answer does not call a function correctly</source>
        <translation>回答没有正确调用函数</translation>
    </message>
    <message>
        <source>calls functions correctly</source>
        <translation>正确调用各函数</translation>
    </message>
    <message>
        <source>The same for the functions of any provider.</source>
        <translation>同样适用于任何提供方的函数。</translation>
    </message>
    <message>
        <source>The answer calls functions correctly</source>
        <translation>回答正确调用了各函数</translation>
    </message>
    <message>
        <source>The answer does not call functions correctly</source>
        <translation>回答没有正确调用各函数</translation>
    </message>
    <message>
        <source>Minimum share</source>
        <translation>最小比例</translation>
    </message>
    <message>
        <source>was given a context that says the text</source>
        <translation>所给上下文包含该文本</translation>
    </message>
    <message>
        <source>A model looks which sentences of the text the variable “context” says. Each answer takes one more request.</source>
        <translation>由模型判断变量“context”包含文本中的哪些句子。每个回答多需一次请求。</translation>
    </message>
    <message>
        <source>The context says %1</source>
        <translation>上下文包含 %1</translation>
    </message>
    <message>
        <source>The context does not say %1</source>
        <translation>上下文不包含 %1</translation>
    </message>
    <message>
        <source>was given a context that the question needs</source>
        <translation>所给上下文为问题所需</translation>
    </message>
    <message>
        <source>A model looks which parts of the variable “context” the variable “query” needs. Each answer takes one more request.</source>
        <translation>由模型判断变量“query”需要变量“context”的哪些部分。每个回答多需一次请求。</translation>
    </message>
    <message>
        <source>The question needs the context</source>
        <translation>问题需要该上下文</translation>
    </message>
    <message>
        <source>The question does not need the context</source>
        <translation>问题不需要该上下文</translation>
    </message>
    <message>
        <source>says what the context supports</source>
        <translation>所述内容有上下文支持</translation>
    </message>
    <message>
        <source>A model looks which statements of the answer follow from the variable “context”; “query” is the question. Each answer takes one more request.</source>
        <translation>由模型判断回答中的哪些陈述可由变量“context”得出；“query”是问题。每个回答多需一次请求。</translation>
    </message>
    <message>
        <source>The context supports the answer</source>
        <translation>上下文支持该回答</translation>
    </message>
    <message>
        <source>The context does not support the answer</source>
        <translation>上下文不支持该回答</translation>
    </message>
    <message>
        <source>fits the conversation</source>
        <translation>与对话相符</translation>
    </message>
    <message>
        <source>A model looks which answers of the conversation in the variable “_conversation”, or of prompt and answer, fit what was said before. Each answer takes one more request.</source>
        <translation>由模型判断变量“_conversation”中的对话（或提示与回答）里哪些回答与此前内容相符。每个回答多需一次请求。</translation>
    </message>
    <message>
        <source>The answers fit the conversation</source>
        <translation>回答与对话相符</translation>
    </message>
    <message>
        <source>The answers do not fit the conversation</source>
        <translation>回答与对话不符</translation>
    </message>
    <message>
        <source>is harmless</source>
        <translation>内容无害</translation>
    </message>
    <message>
        <source>An endpoint for moderation looks for hate, violence and the like; a list of its categories says what counts, none: all. Each answer takes one more request.</source>
        <translation>由内容审核端点检查仇恨、暴力等内容；类别列表说明哪些算数，不填则为全部。每个回答需要多发一个请求。</translation>
    </message>
    <message>
        <source>Nothing in the answer is flagged %1</source>
        <translation>回答中没有内容被标记 %1</translation>
    </message>
    <message>
        <source>Something in the answer is flagged %1</source>
        <translation>回答中有内容被标记 %1</translation>
    </message>
    <message>
        <source>is classified as</source>
        <translation>被分类为</translation>
    </message>
    <message>
        <source>A model for classification gives the answer labels with scores; none: the likeliest label counts. Each answer takes one more request.</source>
        <translation>分类模型给回答打上带得分的标签；不填则取最可能的标签。每个回答需要多发一个请求。</translation>
    </message>
    <message>
        <source>The answer is classified as %1</source>
        <translation>回答被分类为 %1</translation>
    </message>
    <message>
        <source>The answer is not classified as %1</source>
        <translation>回答未被分类为 %1</translation>
    </message>
    <message>
        <source>meets the rubric by a search in the web</source>
        <translation>经网络搜索符合评分标准</translation>
    </message>
    <message>
        <source>A model with a tool for searching the web looks up what the answer says, and says whether it is as described. Each answer takes one more request.</source>
        <translation>带有网络搜索工具的模型会核实回答所说的内容，并判断是否符合描述。每个回答需要多发一个请求。</translation>
    </message>
    <message>
        <source>By a search the answer meets the rubric %1</source>
        <translation>经搜索，回答符合评分标准 %1</translation>
    </message>
    <message>
        <source>By a search the answer does not meet the rubric %1</source>
        <translation>经搜索，回答不符合评分标准 %1</translation>
    </message>
</context>
<context>
    <name>CheckTypes</name>
    <message>
        <source>this version does not know this check</source>
        <translation>此版本不认识该检查</translation>
    </message>
    <message>
        <source>programs are not run; only JavaScript is</source>
        <translation>不运行程序，只运行 JavaScript</translation>
    </message>
    <message>
        <source>answers are not sent to other addresses</source>
        <translation>不会将回答发送到其他地址</translation>
    </message>
    <message>
        <source>there are no traces of an agent to look at</source>
        <translation>没有可供查看的智能体轨迹</translation>
    </message>
    <message>
        <source>this version does not carry out this check of promptfoo</source>
        <translation>此版本不执行 promptfoo 的这项检查</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>templates cannot be rendered</source>
        <translation>无法渲染模板</translation>
    </message>
    <message>
        <source>the schema is wrong at %1</source>
        <translation>schema 在 %1 处有误</translation>
    </message>
    <message>
        <source>the schema cannot be used: %1</source>
        <translation>schema 无法使用：%1</translation>
    </message>
    <message>
        <source>the schema&apos;s patterns take too long</source>
        <translation>schema 中的正则表达式耗时过长</translation>
    </message>
    <message>
        <source>it needs a text</source>
        <translation>需要文本</translation>
    </message>
    <message>
        <source>the texts are too long to compare</source>
        <translation>文本过长，无法比较</translation>
    </message>
    <message>
        <source>its value is not a JSON schema</source>
        <translation>其值不是 JSON schema</translation>
    </message>
    <message>
        <source>the output is not JSON: %1</source>
        <translation>输出不是 JSON：%1</translation>
    </message>
    <message>
        <source>the output is JSON</source>
        <translation>输出是 JSON</translation>
    </message>
    <message>
        <source>the output follows the schema</source>
        <translation>输出符合 schema</translation>
    </message>
    <message>
        <source>the output does not follow the schema at %1</source>
        <translation>输出在 %1 处不符合 schema</translation>
    </message>
    <message>
        <source>the output contains JSON</source>
        <translation>输出含有 JSON</translation>
    </message>
    <message>
        <source>the output contains JSON that follows the schema</source>
        <translation>输出含有符合 schema 的 JSON</translation>
    </message>
    <message>
        <source>the output contains no JSON</source>
        <translation>输出不含 JSON</translation>
    </message>
    <message>
        <source>the JSON in the output does not follow the schema at %1</source>
        <translation>输出中的 JSON 在 %1 处不符合 schema</translation>
    </message>
    <message>
        <source>it needs a list of texts</source>
        <translation>需要文本列表</translation>
    </message>
    <message>
        <source>all expected texts were found</source>
        <translation>找到了所有预期文本</translation>
    </message>
    <message>
        <source>not found: %1</source>
        <translation>未找到：%1</translation>
    </message>
    <message>
        <source>one of the expected texts was found</source>
        <translation>找到了预期文本之一</translation>
    </message>
    <message>
        <source>none of the expected texts was found</source>
        <translation>未找到任何预期文本</translation>
    </message>
    <message>
        <source>it needs a threshold in milliseconds</source>
        <translation>需要以毫秒计的阈值</translation>
    </message>
    <message>
        <source>the latency is unknown</source>
        <translation>耗时未知</translation>
    </message>
    <message>
        <source>the answer took %1 ms</source>
        <translation>回答耗时 %1 毫秒</translation>
    </message>
    <message>
        <source>it needs a threshold in US dollars</source>
        <translation>需要以美元计的阈值</translation>
    </message>
    <message>
        <source>the cost is unknown</source>
        <translation>费用未知</translation>
    </message>
    <message>
        <source>the answer cost %1</source>
        <translation>回答花费 %1</translation>
    </message>
    <message numerus="yes">
        <source>the output has %Ln word(s)</source>
        <translation>
            <numerusform>输出有 %Ln 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>it needs a number, or &quot;min&quot; and &quot;max&quot;</source>
        <translation>需要一个数，或“min”和“max”</translation>
    </message>
    <message>
        <source>it needs a reason such as &quot;stop&quot;</source>
        <translation>需要一个原因，例如“stop”</translation>
    </message>
    <message>
        <source>it ended with &quot;%1&quot;</source>
        <translation>以“%1”结束</translation>
    </message>
    <message>
        <source>it needs a pattern</source>
        <translation>需要正则表达式</translation>
    </message>
    <message>
        <source>scripts cannot be run</source>
        <translation>无法运行脚本</translation>
    </message>
    <message>
        <source>the pattern could not be run: %1</source>
        <translation>无法测试正则表达式：%1</translation>
    </message>
    <message>
        <source>the output matches %1</source>
        <translation>输出与 %1 匹配</translation>
    </message>
    <message>
        <source>the output does not match %1</source>
        <translation>输出与 %1 不匹配</translation>
    </message>
    <message>
        <source>it needs a number of characters</source>
        <translation>需要字符数</translation>
    </message>
    <message numerus="yes">
        <source>the output has %Ln character(s)</source>
        <translation>
            <numerusform>输出有 %Ln 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>it needs a list of words</source>
        <translation>需要词语列表</translation>
    </message>
    <message>
        <source>no forbidden word was found</source>
        <translation>未发现禁用词</translation>
    </message>
    <message>
        <source>forbidden: %1</source>
        <translation>禁用词：%1</translation>
    </message>
    <message>
        <source>it needs a value</source>
        <translation>需要一个值</translation>
    </message>
    <message>
        <source>the output is the expected text</source>
        <translation>输出与预期文本相同</translation>
    </message>
    <message>
        <source>the output is not %1</source>
        <translation>输出不是 %1</translation>
    </message>
    <message>
        <source>the output is not JSON</source>
        <translation>输出不是 JSON</translation>
    </message>
    <message>
        <source>the output is the expected JSON</source>
        <translation>输出与预期 JSON 相同</translation>
    </message>
    <message>
        <source>the output is different JSON</source>
        <translation>输出与预期 JSON 不同</translation>
    </message>
    <message>
        <source>it needs a text that is not empty</source>
        <translation>需要非空文本</translation>
    </message>
    <message>
        <source>the text %1 was found</source>
        <translation>找到了文本 %1</translation>
    </message>
    <message>
        <source>the text %1 was not found</source>
        <translation>未找到文本 %1</translation>
    </message>
    <message>
        <source>the output begins with %1</source>
        <translation>输出以 %1 开头</translation>
    </message>
    <message>
        <source>the output does not begin with %1</source>
        <translation>输出不以 %1 开头</translation>
    </message>
    <message>
        <source>the output ends with %1</source>
        <translation>输出以 %1 结尾</translation>
    </message>
    <message>
        <source>the output does not end with %1</source>
        <translation>输出不以 %1 结尾</translation>
    </message>
    <message numerus="yes">
        <source>the output is more than %n edit(s) away from the text</source>
        <translation>
            <numerusform>输出与文本相差超过 %n 处编辑</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the output is %n edit(s) away from the text</source>
        <translation>
            <numerusform>输出与文本相差 %n 处编辑</numerusform>
        </translation>
    </message>
    <message>
        <source>the schema refers to itself</source>
        <translation>该模式引用了自身</translation>
    </message>
    <message>
        <source>the schema is nested too deep, or refers to itself</source>
        <translation>该模式嵌套过深，或引用了自身</translation>
    </message>
    <message>
        <source>the schema takes too long: %1</source>
        <translation>该模式耗时过长：%1</translation>
    </message>
    <message>
        <source>it failed: %1</source>
        <translation>检查失败：%1</translation>
    </message>
    <message>
        <source>it failed</source>
        <translation>检查失败</translation>
    </message>
    <message>
        <source>a model is asked for it when the cell is run</source>
        <translation>运行该单元格时会询问模型</translation>
    </message>
    <message>
        <source>it needs a text that says what is asked for</source>
        <translation>需要一段说明要求的文本</translation>
    </message>
    <message>
        <source>the judge&apos;s reply could not be read: %1</source>
        <translation>无法解析评审模型的回复：%1</translation>
    </message>
    <message>
        <source>the judge&apos;s score of %1 is not between 0 and %2</source>
        <translation>评审模型给出的分数 %1 不在 0 到 %2 之间</translation>
    </message>
    <message>
        <source>the answer says a part of the reference</source>
        <translation>回答包含参考答案的一部分</translation>
    </message>
    <message>
        <source>the answer says all of the reference and more</source>
        <translation>回答包含参考答案的全部内容及更多</translation>
    </message>
    <message>
        <source>the answer says the same as the reference</source>
        <translation>回答与参考答案内容相同</translation>
    </message>
    <message>
        <source>the answer contradicts the reference</source>
        <translation>回答与参考答案矛盾</translation>
    </message>
    <message>
        <source>the answer differs from the reference, but not in what matters</source>
        <translation>回答与参考答案有差异，但无关紧要</translation>
    </message>
    <message>
        <source>it needs a script</source>
        <translation>需要脚本</translation>
    </message>
    <message>
        <source>the script failed in line %1: %2</source>
        <translation>脚本在第 %1 行失败：%2</translation>
    </message>
    <message>
        <source>the script failed: %1</source>
        <translation>脚本失败：%1</translation>
    </message>
    <message>
        <source>it was stopped before it ran</source>
        <translation>在运行前已停止</translation>
    </message>
    <message>
        <source>the judge&apos;s reply was empty</source>
        <translation>评审模型的回复为空</translation>
    </message>
    <message>
        <source>the script returned true</source>
        <translation>脚本返回 true</translation>
    </message>
    <message>
        <source>the script returned false</source>
        <translation>脚本返回 false</translation>
    </message>
    <message>
        <source>the script returned %1</source>
        <translation>脚本返回 %1</translation>
    </message>
    <message>
        <source>the script returned neither true or false, a number, nor an object with &quot;pass&quot;</source>
        <translation>脚本返回的既不是 true 或 false、数字，也不是含“pass”的对象</translation>
    </message>
    <message>
        <source>its checks have not been carried out</source>
        <translation>其中的检查尚未执行</translation>
    </message>
    <message>
        <source>its script returns a verdict, not a value to compare with</source>
        <translation>其脚本返回的是判定，而不是用于比较的值</translation>
    </message>
    <message>
        <source>its &quot;transform&quot; is no script in JavaScript</source>
        <translation>其“transform”不是 JavaScript 脚本</translation>
    </message>
    <message>
        <source>its &quot;transform&quot; returned nothing</source>
        <translation>其“transform”没有返回任何内容</translation>
    </message>
    <message>
        <source>the output is empty, which counts as a refusal</source>
        <translation>输出为空，算作拒绝</translation>
    </message>
    <message>
        <source>the output is a refusal</source>
        <translation>输出是拒绝</translation>
    </message>
    <message>
        <source>the output is no refusal</source>
        <translation>输出不是拒绝</translation>
    </message>
    <message>
        <source>it needs the names of tools</source>
        <translation>需要工具的名称</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>the score is %1; called: %2</source>
        <translation>分数为 %1；已调用：%2</translation>
    </message>
    <message>
        <source>it needs a list of labels</source>
        <translation>需要标签列表</translation>
    </message>
    <message>
        <source>the label is %1</source>
        <translation>标签为%1</translation>
    </message>
    <message>
        <source>%1 is none of the labels</source>
        <translation>%1不是任何一个标签</translation>
    </message>
    <message>
        <source>%1 is no kind of personal data; there are: %2</source>
        <translation>%1不是个人数据的种类；可用的有：%2</translation>
    </message>
    <message>
        <source>no personal data was found</source>
        <translation>未找到个人数据</translation>
    </message>
    <message>
        <source>personal data was found: %1</source>
        <translation>找到个人数据：%1</translation>
    </message>
    <message>
        <source>it needs a number</source>
        <translation>需要一个数</translation>
    </message>
    <message>
        <source>there is no number in the output</source>
        <translation>输出中没有数</translation>
    </message>
    <message>
        <source>the number is %1, the difference %2</source>
        <translation>数为 %1，差值为 %2</translation>
    </message>
    <message>
        <source>it needs a threshold</source>
        <translation>需要阈值</translation>
    </message>
    <message>
        <source>there are no words</source>
        <translation>没有词</translation>
    </message>
    <message>
        <source>the reading ease is %1</source>
        <translation>易读度为 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a check, what it found</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>all of its checks passed</source>
        <translation>其所有检查均通过</translation>
    </message>
    <message>
        <source>the score is %1, the threshold %2</source>
        <translation>分数为 %1，阈值为 %2</translation>
    </message>
    <message>
        <source>a check was not carried out: %1</source>
        <translation>有一项检查未执行：%1</translation>
    </message>
    <message>
        <source>the scoring function returned no object with &quot;pass&quot; and &quot;score&quot;</source>
        <translation>评分函数返回的不是含“pass”和“score”的对象</translation>
    </message>
    <message>
        <source>the scoring function gave %1</source>
        <translation>评分函数给出 %1</translation>
    </message>
    <message>
        <source>only scoring functions in JavaScript are run</source>
        <translation>只运行 JavaScript 的评分函数</translation>
    </message>
    <message>
        <source>the output is empty</source>
        <translation>输出为空</translation>
    </message>
    <message>
        <source>the output is too long</source>
        <translation>输出过长</translation>
    </message>
    <message>
        <source>the output is XML, not HTML</source>
        <translation>输出是 XML，而不是 HTML</translation>
    </message>
    <message>
        <source>there is text outside of HTML elements</source>
        <translation>HTML 元素之外有文本</translation>
    </message>
    <message>
        <source>there is no HTML element</source>
        <translation>没有 HTML 元素</translation>
    </message>
    <message>
        <source>definitions in a document (DTD) are not supported</source>
        <translation>不支持文档内的定义 (DTD)</translation>
    </message>
    <message>
        <source>it is not XML: %1 (line %2)</source>
        <translation>不是 XML：%1（第 %2 行）</translation>
    </message>
    <message>
        <source>elements are missing: %1</source>
        <translation>缺少元素：%1</translation>
    </message>
    <message>
        <source>the query takes too long: %1</source>
        <translation>查询耗时过长：%1</translation>
    </message>
    <message>
        <source>the query cannot be used: %1</source>
        <translation>无法使用该查询：%1</translation>
    </message>
    <message>
        <source>it needs the paths of elements, or nothing</source>
        <translation>需要元素的路径，或留空</translation>
    </message>
    <message>
        <source>the output is XML</source>
        <translation>输出是 XML</translation>
    </message>
    <message>
        <source>the output contains XML</source>
        <translation>输出含有 XML</translation>
    </message>
    <message>
        <source>the output contains no XML</source>
        <translation>输出不含 XML</translation>
    </message>
    <message>
        <source>the output contains no XML with these elements</source>
        <translation>输出不含带有这些元素的 XML</translation>
    </message>
    <message>
        <source>the output is HTML</source>
        <translation>输出是 HTML</translation>
    </message>
    <message>
        <source>the output contains HTML</source>
        <translation>输出含有 HTML</translation>
    </message>
    <message>
        <source>the output contains no HTML</source>
        <translation>输出不含 HTML</translation>
    </message>
    <message>
        <source>an echo has no finish reason</source>
        <translation>回显没有结束原因</translation>
    </message>
    <message>
        <source>the probabilities of the tokens are not known</source>
        <translation>词元的概率未知</translation>
    </message>
    <message>
        <source>the perplexity is %1</source>
        <translation>困惑度为 %1</translation>
    </message>
    <message>
        <source>the endpoint withheld the answer</source>
        <translation>端点拦截了回答</translation>
    </message>
    <message>
        <source>the endpoint let the answer pass</source>
        <translation>端点放行了回答</translation>
    </message>
    <message>
        <source>it needs a text or a list of texts</source>
        <translation>需要文本或文本列表</translation>
    </message>
    <message>
        <source>it needs a query</source>
        <translation>需要查询</translation>
    </message>
    <message>
        <source>%1 finds %2</source>
        <translation>%1找到%2</translation>
    </message>
    <message>
        <source>only scripts in JavaScript are run</source>
        <translation>只运行 JavaScript 脚本</translation>
    </message>
    <message>
        <source>the script %1 was not read</source>
        <translation>未读取脚本 %1</translation>
    </message>
    <message>
        <source>it needs a map with databaseType, allowedTables or allowedColumns, or nothing</source>
        <translation>需要含 databaseType、allowedTables 或 allowedColumns 的映射，或留空</translation>
    </message>
    <message>
        <source>the output is not SQL: %1</source>
        <translation>输出不是 SQL：%1</translation>
    </message>
    <message>
        <source>which tables and columns it names is not known</source>
        <translation>不清楚其中使用了哪些表和列</translation>
    </message>
    <message>
        <source>it names %1, which is not allowed</source>
        <translation>其中使用了%1，这不被允许</translation>
    </message>
    <message>
        <source>the output is SQL</source>
        <translation>输出是 SQL</translation>
    </message>
    <message>
        <source>there is no statement</source>
        <translation>没有语句</translation>
    </message>
    <message>
        <source>a quotation mark or bracket is not closed</source>
        <translation>引号或括号未闭合</translation>
    </message>
    <message>
        <source>no statement begins with &quot;%1&quot;</source>
        <translation>没有语句以“%1”开头</translation>
    </message>
    <message>
        <source>%1 statements are not read by this version</source>
        <translation>此版本不解析 %1 语句</translation>
    </message>
    <message>
        <source>there is something missing or too much at %1</source>
        <translation>%1 处有缺失或多余的内容</translation>
    </message>
    <message>
        <source>The transform failed: %1</source>
        <translation>转换失败：%1</translation>
    </message>
    <message>
        <source>it compares all answers to a case when they are asked; running the case does that</source>
        <translation>它在请求时比较该用例的所有回答；运行该用例即会进行</translation>
    </message>
    <message>
        <source>the answer is empty, and nothing has no embedding</source>
        <translation>回答为空，没有可供嵌入的内容</translation>
    </message>
    <message>
        <source>the endpoint gave no embeddings</source>
        <translation>端点未给出嵌入向量</translation>
    </message>
    <message>
        <source>the embeddings cannot be compared</source>
        <translation>嵌入向量无法比较</translation>
    </message>
    <message>
        <source>the relevance is %1, the threshold %2</source>
        <translation>相关度为 %1，阈值为 %2</translation>
    </message>
    <message>
        <source>there is only one answer to the case, so there is nothing to compare it with</source>
        <translation>该用例只有一个回答，没有可比较的对象</translation>
    </message>
    <message>
        <source>it needs at least one other check, whose scores it compares</source>
        <translation>需要至少一项其他检查，以比较其分数</translation>
    </message>
    <message>
        <source>an answer to the case has no score yet to compare</source>
        <translation>该用例有一个回答还没有可比较的分数</translation>
    </message>
    <message>
        <source>it has the highest score, %1</source>
        <translation>得分最高，为 %1</translation>
    </message>
    <message>
        <source>its score is %1, the highest is %2</source>
        <translation>得分为 %1，最高为 %2</translation>
    </message>
    <message>
        <source>its score of %1 is the highest, but below %2</source>
        <translation>得分 %1 最高，但低于 %2</translation>
    </message>
    <message>
        <source>it was chosen as the best: %1</source>
        <translation>被选为最佳：%1</translation>
    </message>
    <message>
        <source>another answer was chosen as the best: %1</source>
        <translation>另一个回答被选为最佳：%1</translation>
    </message>
    <message>
        <source>the judge chose the answer number %1, and there are those from 0 to %2</source>
        <translation>评审模型选择了编号 %1 的回答，而编号范围是 0 到 %2</translation>
    </message>
    <message>
        <source>it needs a text, or a list of texts, to compare with</source>
        <translation>需要一个文本或文本列表以供比较</translation>
    </message>
    <message>
        <source>the distance is %1, the threshold %2</source>
        <translation>距离为 %1，阈值为 %2</translation>
    </message>
    <message>
        <source>the similarity is %1, the threshold %2</source>
        <translation>相似度为 %1，阈值为 %2</translation>
    </message>
    <message>
        <source>the threshold is %1</source>
        <translation>阈值为 %1</translation>
    </message>
    <message>
        <source>its &quot;contextTransform&quot; failed: %1</source>
        <translation>其“contextTransform”失败：%1</translation>
    </message>
    <message>
        <source>it needs a variable &quot;context&quot;, or a &quot;contextTransform&quot;</source>
        <translation>需要变量“context”，或“contextTransform”</translation>
    </message>
    <message>
        <source>it needs a variable &quot;query&quot; with the question</source>
        <translation>需要包含问题的变量“query”</translation>
    </message>
    <message>
        <source>it needs a text that says what is expected</source>
        <translation>需要一段说明预期内容的文本</translation>
    </message>
    <message>
        <source>the context says %1 of %2 sentences</source>
        <translation>上下文包含 %2 句中的 %1 句</translation>
    </message>
    <message>
        <source>the question needs %1 of %2 parts of the context</source>
        <translation>问题需要上下文 %2 个部分中的 %1 个</translation>
    </message>
    <message>
        <source>the answer is empty, and says nothing that could be supported</source>
        <translation>回答为空，没有可供支持的内容</translation>
    </message>
    <message>
        <source>the context supports %1 of %2 statements</source>
        <translation>上下文支持 %2 个陈述中的 %1 个</translation>
    </message>
    <message>
        <source>%1 of %2 answers fit what was said before them</source>
        <translation>%2 个回答中有 %1 个与此前的内容相符</translation>
    </message>
    <message>
        <source>the answer calls no tool</source>
        <translation>回答没有调用任何工具</translation>
    </message>
    <message>
        <source>the model calls a tool, but its provider has no &quot;tools&quot; in its &quot;config&quot;</source>
        <translation>模型调用了工具，但其提供方的“config”中没有“tools”</translation>
    </message>
    <message>
        <source>the model calls tools that there are, with arguments that follow their schemas</source>
        <translation>模型调用的工具都存在，且参数符合其模式</translation>
    </message>
    <message>
        <source>there is no tool %1</source>
        <translation>没有工具 %1</translation>
    </message>
    <message>
        <source>the arguments of %1 are no JSON</source>
        <translation>%1 的参数不是 JSON</translation>
    </message>
    <message>
        <source>%1 takes no arguments</source>
        <translation>%1 不接受参数</translation>
    </message>
    <message>
        <source>the arguments of %1 do not follow its schema at %2</source>
        <translation>%1 的参数在 %2 处不符合其模式</translation>
    </message>
    <message>
        <source>the answer is empty, and nothing has no label</source>
        <translation>回答为空，无法分类</translation>
    </message>
    <message>
        <source>it needs one label, or none for the likeliest</source>
        <translation>需要一个标签；不填则取最可能的标签</translation>
    </message>
    <message>
        <source>the endpoint&apos;s reply could not be read: %1</source>
        <translation>无法读取端点的回复：%1</translation>
    </message>
    <message>
        <source>the label “%1” has a score of %2, the threshold is %3</source>
        <translation>标签“%1”的得分为 %2，阈值为 %3</translation>
    </message>
    <message>
        <source>its &quot;rubricPrompt&quot; was not read: %1</source>
        <translation>未读取其“rubricPrompt”：%1</translation>
    </message>
    <message>
        <source>the answer is empty, and nothing in it can be flagged</source>
        <translation>回答为空，没有可标记的内容</translation>
    </message>
    <message>
        <source>it needs a list of categories, or none for all of them</source>
        <translation>需要一个类别列表；不填则检查所有类别</translation>
    </message>
    <message>
        <source>flagged: %1</source>
        <translation>已标记：%1</translation>
    </message>
    <message>
        <source>nothing of what counts is flagged; besides it: %1</source>
        <translation>所关注的类别均未被标记；此外：%1</translation>
    </message>
    <message>
        <source>nothing is flagged</source>
        <translation>没有内容被标记</translation>
    </message>
    <message>
        <source>a script has no finish reason</source>
        <translation>脚本没有结束原因</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>must be a number from %1</source>
        <translation>必须是不小于 %1 的数</translation>
    </message>
    <message>
        <source>must be a number from %1 to %2</source>
        <translation>必须是 %1 到 %2 之间的数</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>必须是 %1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>Write JSON to standard output</source>
        <translation>将 JSON 写到标准输出</translation>
    </message>
    <message>
        <source>%1: the file extension selects the format; known are %2</source>
        <translation>%1：写入格式由扩展名决定；支持的有 %2</translation>
    </message>
    <message>
        <source>Tempera, a workbench for prompts. Without a command it opens its window.</source>
        <translation>Tempera，提示词工作台。不带命令时打开窗口。</translation>
    </message>
    <message>
        <source>Show the version and exit</source>
        <translation>显示版本并退出</translation>
    </message>
    <message>
        <source>Show this help and exit</source>
        <translation>显示此帮助并退出</translation>
    </message>
    <message>
        <source>Run an experiment and show its variants side by side</source>
        <translation>运行实验并并排显示各变体</translation>
    </message>
    <message>
        <source>The experiment, YAML or JSON in promptfoo&apos;s schema</source>
        <translation>实验文件，采用 promptfoo 格式的 YAML 或 JSON</translation>
    </message>
    <message>
        <source>Cells running at the same time</source>
        <translation>同时进行的单元数</translation>
    </message>
    <message>
        <source>Repeats of each cell</source>
        <translation>每个单元的重复次数</translation>
    </message>
    <message>
        <source>Run the cases whose description or variables match</source>
        <translation>运行描述或变量匹配的用例</translation>
    </message>
    <message>
        <source>Answer one prompt, streamed as it comes</source>
        <translation>回答单个提示词，边生成边输出</translation>
    </message>
    <message>
        <source>local:NAME, local:FILE.gguf, openai:chat:NAME, …; default local:tempera-mini</source>
        <translation>local:NAME、local:FILE.gguf、openai:chat:NAME、…；默认为 local:tempera-mini</translation>
    </message>
    <message>
        <source>System message</source>
        <translation>系统消息</translation>
    </message>
    <message>
        <source>0 always takes the most probable token</source>
        <translation>0 表示总是取概率最高的词元</translation>
    </message>
    <message>
        <source>Keep the K most probable tokens; 0 = all</source>
        <translation>保留最佳的 K 个；0 = 全部</translation>
    </message>
    <message>
        <source>Keep the most probable tokens up to this total probability</source>
        <translation>保留累计概率达到此值的最佳词元</translation>
    </message>
    <message>
        <source>Keep tokens with at least this share of the best one&apos;s probability</source>
        <translation>保留概率不低于最佳词元此比例的词元</translation>
    </message>
    <message>
        <source>Penalty for recent tokens; 1 = off</source>
        <translation>将近期词元的几率除以此值；1 = 关闭</translation>
    </message>
    <message>
        <source>Stop before this text; can be repeated</source>
        <translation>在此文本之前停止；可重复使用</translation>
    </message>
    <message>
        <source>Continue the text itself, without a chat template</source>
        <translation>直接续写文本本身，不使用聊天模板</translation>
    </message>
    <message>
        <source>The prompt; - or nothing reads standard input</source>
        <translation>提示词；用 - 或留空则读取标准输入</translation>
    </message>
    <message>
        <source>Count the tokens of a text</source>
        <translation>统计文本的词元数</translation>
    </message>
    <message>
        <source>o200k_base (default), cl100k_base, or a model</source>
        <translation>o200k_base（默认）、cl100k_base 或模型名</translation>
    </message>
    <message>
        <source>Write the token ids on one line instead of the count</source>
        <translation>输出词元 id（一行），而不是数量</translation>
    </message>
    <message>
        <source>The text; - or nothing reads standard input</source>
        <translation>文本；用 - 或留空则读取标准输入</translation>
    </message>
    <message>
        <source>Estimate what requests to models would cost</source>
        <translation>向模型发送请求所需的费用</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入内容</translation>
    </message>
    <message>
        <source>Input tokens of one request</source>
        <translation>单个请求的输入词元数</translation>
    </message>
    <message>
        <source>The available models</source>
        <translation>可用的模型</translation>
    </message>
    <message>
        <source>Local models, and hosted ones with limits and prices</source>
        <translation>本地模型，以及带有限制和价格的托管模型</translation>
    </message>
    <message>
        <source>Runs in the ledger</source>
        <translation>账本中的运行</translation>
    </message>
    <message>
        <source>The newest runs</source>
        <translation>最近的运行</translation>
    </message>
    <message>
        <source>At most this many; default 20</source>
        <translation>最多显示的数量；默认为 20</translation>
    </message>
    <message>
        <source>A run side by side</source>
        <translation>并排显示一次运行</translation>
    </message>
    <message>
        <source>Its id or the beginning of it; the newest if omitted</source>
        <translation>运行的 id 或其开头部分；省略则为最近一次</translation>
    </message>
    <message>
        <source>%1: no such command; the commands are %2.</source>
        <translation>%1：没有此命令；可用的有 %2。</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>not evaluated</source>
        <translation>未评估</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>首个词元</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source> tokens/s</source>
        <translation> 词元/秒</translation>
    </message>
    <message>
        <source>case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation>… 还有 %1 个</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>%1 个通过</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 个未通过</translation>
    </message>
    <message>
        <source>%1 not evaluated</source>
        <translation>%1 个未评估</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 个已停止</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>tokens in</source>
        <translation>输入词元</translation>
    </message>
    <message>
        <source>out</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>$/M in</source>
        <translation>$/M 输入</translation>
    </message>
    <message>
        <source>$/M out</source>
        <translation>$/M 输出</translation>
    </message>
    <message>
        <source>as of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Only the input is counted; --output-tokens adds the answers.</source>
        <translation>仅计算了输入；使用 --output-tokens 可计入回答。</translation>
    </message>
    <message>
        <source>%1: its price is not in the catalog, so its cost is unknown.</source>
        <translation>%1：目录中没有其价格，因此费用未知。</translation>
    </message>
    <message>
        <source>%1 Trying again in %2 s (%3).</source>
        <translation>%1 将在 %2 秒后重试（%3）。</translation>
    </message>
    <message>
        <source>loading %1 … %2 %</source>
        <translation>正在加载 %1 … %2%</translation>
    </message>
    <message>
        <source>There are no runs yet.</source>
        <translation>还没有运行。</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>The ledger has no such run; `tempera history list` shows them.</source>
        <translation>账本中没有此运行；`tempera history list` 可列出所有运行。</translation>
    </message>
    <message>
        <source>More than one run id begins like this.</source>
        <translation>以此开头的运行不止一个。</translation>
    </message>
    <message>
        <source>local model</source>
        <translation>本地模型</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>hosted model</source>
        <translation>托管模型</translation>
    </message>
    <message>
        <source>context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>max out</source>
        <translation>最大输出</translation>
    </message>
    <message>
        <source>Any other model of an endpoint can be used too; its price is then unknown.</source>
        <translation>也可以使用端点的任何其他模型，但其价格未知。</translation>
    </message>
    <message>
        <source>%1 (warning)</source>
        <translation>%1（警告）</translation>
    </message>
    <message>
        <source>%1 cells/s</source>
        <translation>%1 单元/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>The tokenizer of this model is not published, so there are no ids.</source>
        <translation>此模型的分词器未公开，因此没有 id。</translation>
    </message>
    <message>
        <source>--ids works with o200k_base, cl100k_base and the models that use them.</source>
        <translation>--ids 适用于 o200k_base、cl100k_base 以及使用它们的模型。</translation>
    </message>
    <message>
        <source>tokens by %1, exact</source>
        <translation>词元（按 %1 计，精确）</translation>
    </message>
    <message>
        <source>an estimate by %1; the tokenizer of %2 is not published</source>
        <translation>按 %1 估算；%2 的分词器未公开</translation>
    </message>
    <message>
        <source>Local models: identical requests get bit-identical answers; slower</source>
        <translation>本地模型：相同的请求得到逐位相同的回答；速度较慢</translation>
    </message>
    <message>
        <source>Generate nothing; print the probability of each of these labels (a, b, c) as the answer</source>
        <translation>不生成任何内容；给出以下各标签 (a, b, c) 作为回答的概率</translation>
    </message>
    <message>
        <source>Generate nothing; print the probability of this text as the answer, token by token</source>
        <translation>不生成任何内容；逐词元给出此文本作为回答的概率</translation>
    </message>
    <message>
        <source>A name or a file</source>
        <translation>名称或文件</translation>
    </message>
    <message>
        <source>A model file&apos;s metadata and its hash</source>
        <translation>模型文件自带的信息及其哈希值</translation>
    </message>
    <message>
        <source>A GGUF file, or a folder of them</source>
        <translation>GGUF 文件，或存放 GGUF 文件的文件夹</translation>
    </message>
    <message>
        <source>Add a file or a folder to the library</source>
        <translation>将文件或文件夹加入资源库</translation>
    </message>
    <message>
        <source>The name or path of what was added</source>
        <translation>所添加项的名称或路径</translation>
    </message>
    <message>
        <source>Remove a file or a folder from the library; the files stay</source>
        <translation>将文件或文件夹移出资源库；文件会保留</translation>
    </message>
    <message>
        <source>%1 is in the library.</source>
        <translation>%1 已在资源库中。</translation>
    </message>
    <message>
        <source>%1 is no longer in the library; the file is where it was.</source>
        <translation>%1 已移出资源库；文件仍在原处。</translation>
    </message>
    <message>
        <source>Dynamic temperature: vary it by up to this with the entropy</source>
        <translation>温度随熵变化的幅度</translation>
    </message>
    <message>
        <source>Exponent of that mapping from the entropy; 1 = linear</source>
        <translation>熵映射到该范围的方式；1 = 线性</translation>
    </message>
    <message>
        <source>Typical sampling: keep typically surprising tokens up to this total probability</source>
        <translation>保留意外程度与平常相当的词元，直到累计概率达到此值</translation>
    </message>
    <message>
        <source>Keep logits within N standard deviations of the best</source>
        <translation>保留与最佳 logit 相差不超过 N 个标准差的 logit</translation>
    </message>
    <message>
        <source>How often XTC removes the top choices</source>
        <translation>XTC 略去最佳选项的频率</translation>
    </message>
    <message>
        <source>XTC removes tokens above this probability</source>
        <translation>XTC 略去概率高于此值的词元</translation>
    </message>
    <message>
        <source>How many tokens count as recent; -1 = all</source>
        <translation>视为近期的词元数；-1 = 全部</translation>
    </message>
    <message>
        <source>Lower a token&apos;s logit for each recent use</source>
        <translation>词元近期每使用一次就降低一次</translation>
    </message>
    <message>
        <source>Lower the logit of a recently used token</source>
        <translation>降低已使用过的词元</translation>
    </message>
    <message>
        <source>DRY: penalty for continuing a repeated passage; 0 = off</source>
        <translation>降低会延续重复段落的词元；0 = 关闭</translation>
    </message>
    <message>
        <source>Growth of that penalty with each repeated token</source>
        <translation>每多重复一个词元，该惩罚的增长倍数</translation>
    </message>
    <message>
        <source>Passages up to this many tokens may be repeated</source>
        <translation>允许重复的段落长度（词元数）</translation>
    </message>
    <message>
        <source>How many tokens are searched for repeated passages; -1 = all</source>
        <translation>在这么多词元中查找重复段落；-1 = 全部</translation>
    </message>
    <message>
        <source>Version of Mirostat; 0 = off</source>
        <translation>mirostat 的版本；0 = 关闭</translation>
    </message>
    <message>
        <source>Surprise that Mirostat aims for, in bits</source>
        <translation>mirostat 的目标意外度（比特）</translation>
    </message>
    <message>
        <source>Learning rate of Mirostat</source>
        <translation>mirostat 接近目标的速度</translation>
    </message>
    <message>
        <source>there is no sampler &quot;%1&quot;</source>
        <translation>没有采样器“%1”</translation>
    </message>
    <message>
        <source>The samplers in their order, for example &quot;top_k;temperature&quot;</source>
        <translation>采样器的顺序，例如“top_k;temperature”</translation>
    </message>
    <message>
        <source>must be ID=NUMBER or TEXT=NUMBER; &quot;never&quot; as the number bans it</source>
        <translation>应写作 ID=NUMBER 或 TEXT=NUMBER；以“never”代替数值表示禁止</translation>
    </message>
    <message>
        <source>A repeated passage ends at this text; can be repeated</source>
        <translation>重复段落在此文本处结束；可重复使用</translation>
    </message>
    <message>
        <source>Add to the logit of a token (its id or a text), or &quot;never&quot; to ban it; can be repeated</source>
        <translation>加到词元（id 或文本）的 logit 上的值，或用“never”；可重复使用</translation>
    </message>
    <message>
        <source>The answer follows the grammar (GBNF) in this file</source>
        <translation>回答遵循此文件中的语法 (GBNF)</translation>
    </message>
    <message>
        <source>The answer is JSON that follows the schema in this file</source>
        <translation>回答是符合此文件中 schema 的 JSON</translation>
    </message>
    <message>
        <source>Only local models can score a given text.</source>
        <translation>只有本地模型能给出指定文本的概率。</translation>
    </message>
    <message>
        <source>Use --labels or --score-text, not both.</source>
        <translation>--labels 与 --score-text 只能使用其一。</translation>
    </message>
    <message>
        <source>--labels needs at least two labels, separated by commas.</source>
        <translation>--labels 需要至少两个标签，以逗号分隔。</translation>
    </message>
    <message>
        <source>--score-text needs a text.</source>
        <translation>--score-text 需要文本。</translation>
    </message>
    <message>
        <source>(none of them)</source>
        <translation>（均不是）</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>More spellings exist than were summed: the probabilities are lower bounds.</source>
        <translation>还有未计入总和的写法：这些概率是下界。</translation>
    </message>
    <message>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>log-probability %1, perplexity %2
</source>
        <translation>对数概率 %1，困惑度 %2
</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>standard error</source>
        <translation>标准错误</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>标准输出</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>Stop after this many tokens; -1 = no limit other than the context</source>
        <translation>生成这么多词元后停止；-1 = 除上下文外不设上限</translation>
    </message>
    <message>
        <source>at least %1 left</source>
        <translation>至少还需 %1</translation>
    </message>
    <message>
        <source>Do not store the run; works without a usable ledger</source>
        <translation>不保留此次运行；在账本无法使用时也可运行</translation>
    </message>
    <message>
        <source>Time limit of a cell in seconds, all attempts and waits together; 0 = none; default 1800 for remote models</source>
        <translation>在这么多秒后放弃一个单元，包括所有尝试与等待；0 = 永不；网络模型默认为 1800</translation>
    </message>
    <message>
        <source>Let the experiment send a key to a host that is not its provider&apos;s; can be repeated</source>
        <translation>允许实验将密钥发送到并非其提供商的主机；可重复使用</translation>
    </message>
    <message>
        <source>Let the experiment read the files of a folder that is not its own; can be repeated</source>
        <translation>允许实验读取不属于它自己的文件夹中的文件；可重复使用</translation>
    </message>
    <message>
        <source>Keep what --allow-key and --allow-files say for this experiment</source>
        <translation>为此实验保留 --allow-key 和 --allow-files 的设定</translation>
    </message>
    <message>
        <source>Time limit of the answer in seconds, all attempts together; 0 = none; default 1800 for remote models</source>
        <translation>在这么多秒后放弃回答，包括所有尝试；0 = 永不；网络模型默认为 1800</translation>
    </message>
    <message>
        <source>Rename the ledger and start a new one; nothing is deleted</source>
        <translation>将账本改名并新建一个；不会删除任何内容</translation>
    </message>
    <message>
        <source>`tempera history set-aside` renames the ledger and starts a new one; `tempera run --no-ledger` stores nothing.</source>
        <translation>`tempera history set-aside` 将账本改名并新建一个；`tempera run --no-ledger` 不保留任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>… %n more line(s)</source>
        <translation>
            <numerusform>… 另有 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n 个单元</numerusform>
        </translation>
    </message>
    <message>
        <source>The ledger is now %1; a new one was started.</source>
        <translation>账本现在是 %1；已新建一个。</translation>
    </message>
    <message>
        <source>Another report is written to the same file.</source>
        <translation>另一份报告也写入同一文件。</translation>
    </message>
    <message>
        <source>%1 is read by this experiment.</source>
        <translation>%1 会被此实验读取。</translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s)</source>
        <translation>
            <numerusform>%1 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>With --resume: ask the cells again that ended in an error</source>
        <translation>与 --resume 一起使用：重新请求以错误结束的单元格</translation>
    </message>
    <message>
        <source>needs the ledger</source>
        <translation>需要账本</translation>
    </message>
    <message>
        <source>%1 is not the id of a run</source>
        <translation>%1 不是运行的 ID</translation>
    </message>
    <message>
        <source>This run is under way in another program.</source>
        <translation>此运行正在另一个程序中进行。</translation>
    </message>
    <message>
        <source>This run is finished: no cell is left to ask.</source>
        <translation>此运行已完成：没有剩余的单元格需要请求。</translation>
    </message>
    <message>
        <source>The experiment of this run was not saved; name the file that it is in now.</source>
        <translation>此运行的实验未保存；请指定它现在所在的文件。</translation>
    </message>
    <message>
        <source>%1: %2 is not sent. %3 (warning)</source>
        <translation>%1：不发送 %2。%3（警告）</translation>
    </message>
    <message>
        <source>preparing the run … %1 %</source>
        <translation>正在准备运行… %1 %</translation>
    </message>
    <message>
        <source>needs --resume</source>
        <translation>需要 --resume</translation>
    </message>
    <message>
        <source>The ledger has no run that can be resumed.</source>
        <translation>账本中没有可恢复的运行。</translation>
    </message>
    <message>
        <source>The ledger has no run of this file that can be resumed.</source>
        <translation>账本中没有此文件可恢复的运行。</translation>
    </message>
    <message>
        <source>`tempera run --resume %1` resumes this run.</source>
        <translation>`tempera run --resume %1` 可恢复此运行。</translation>
    </message>
    <message>
        <source>Same seed, same random numbers: identical text with --strict, not always without</source>
        <translation>种子相同，随机数就相同：使用 --strict 时文本相同，不使用时未必</translation>
    </message>
    <message numerus="yes">
        <source>People rated %n answer(s).</source>
        <translation>
            <numerusform>人工评价了 %n 个回答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for every answer anew instead of taking it from earlier runs</source>
        <translation>重新请求每个回答，不取用以前运行的结果</translation>
    </message>
    <message>
        <source>Do not spend more than this many US dollars: a request is sent only if the most that it may cost still fits</source>
        <translation>花费不超过这么多美元：只有请求可能的最高费用仍在限额内时才会发送</translation>
    </message>
    <message>
        <source>With --max-cost: also send requests whose price or longest answer is not known</source>
        <translation>与 --max-cost 一起使用：也发送价格或最长回答未知的请求</translation>
    </message>
    <message>
        <source>Resume a run that was stopped or killed, by its id or the beginning of it; without one the newest such run of FILE, or of the ledger. Finished cells stay, also those that ended in an error, and nothing is asked twice; --repeat, --filter-pattern, --strict, --deadline and --race are as they were; --max-cost counts what was spent before</source>
        <translation>恢复一个已停止或被终止的运行，可用其 ID 或 ID 开头指定；不指定则为 FILE 或账本中最新的此类运行。已完成的单元（包括以错误结束的）保留，不会重复请求；--repeat、--filter-pattern、--strict、--deadline 和 --race 与当时相同；--max-cost 计入此前的花费</translation>
    </message>
    <message>
        <source>is not for --resume: a run that is a race goes on as one</source>
        <translation>不适用于 --resume：竞速的运行会继续作为竞速</translation>
    </message>
    <message>
        <source>Let the experiment see a variable of the environment as {{ env.NAME }}; can be repeated</source>
        <translation>允许实验以 {{ env.NAME }} 读取一个环境变量；可重复使用</translation>
    </message>
    <message>
        <source>What was spent, from the ledger</source>
        <translation>账本中记录的花费</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2, or the word cap</source>
        <translation>必须是 %1 到 %2 之间的整数，或 cap</translation>
    </message>
    <message>
        <source>must be a day (2026-11-01), a number of days (7d) or today</source>
        <translation>必须是日期（2026-11-01）、天数（7d）或 today</translation>
    </message>
    <message>
        <source>must be day, model, endpoint or experiment</source>
        <translation>必须是 day、model、endpoint 或 experiment</translation>
    </message>
    <message>
        <source>What is counted: a text file, a folder of them, a data set (.csv .jsonl .json .yaml with --field) or an experiment; - reads standard input</source>
        <translation>统计的内容：文本文件、文本文件所在的文件夹、数据集（.csv .jsonl .json .yaml，配合 --field）或实验；- 读取标准输入</translation>
    </message>
    <message>
        <source>The column or field of the data set that holds its documents</source>
        <translation>数据集中存放文档的列或字段</translation>
    </message>
    <message>
        <source>A text that stands before each document, or around it with {{ document }}</source>
        <translation>放在每个文档之前的文本；含 {{ document }} 时环绕文档</translation>
    </message>
    <message>
        <source>Model; can be repeated; without one those of the experiment</source>
        <translation>模型；可重复使用；不指定则为实验中的模型</translation>
    </message>
    <message>
        <source>Output tokens of one request, or cap: as many as there may be; without them only the input is counted</source>
        <translation>单个请求的输出词元数，或 cap：取所允许的最大值；省略时只计算输入</translation>
    </message>
    <message>
        <source>The most output tokens of one request, whose number is open</source>
        <translation>输出词元数未定时，单个请求的最大输出词元数</translation>
    </message>
    <message>
        <source>Really ask so many requests, drawn at random, and estimate the output of all from their answers, with 95 % confidence; 100 or more are best. This costs money</source>
        <translation>实际发送这么多个随机抽取的请求，并由其回答估算全部的输出，置信度 95%；最好 100 个或更多。这会产生费用</translation>
    </message>
    <message>
        <source>Number of requests; default one for each document</source>
        <translation>请求数；默认每个文档一个</translation>
    </message>
    <message>
        <source>needs --input</source>
        <translation>需要 --input</translation>
    </message>
    <message>
        <source>does not go with a number of --output-tokens</source>
        <translation>不能与 --output-tokens 的数值一起使用</translation>
    </message>
    <message>
        <source>From this day on: 2026-11-01, 7d (days back), today; default all</source>
        <translation>从这一天起：2026-11-01、7d（往前天数）、today；默认为全部</translation>
    </message>
    <message>
        <source>What is summed: day (default), model, endpoint or experiment</source>
        <translation>汇总方式：day（默认）、model、endpoint 或 experiment</translation>
    </message>
    <message>
        <source>No provider has this id. Use local:NAME, local:FILE.gguf, openai:chat:NAME, openai:responses:NAME, anthropic:messages:NAME, google:NAME, openrouter:NAME, ollama:NAME or llama:NAME.</source>
        <translation>没有提供方使用此 id。请使用 local:NAME、local:FILE.gguf、openai:chat:NAME、openai:responses:NAME、anthropic:messages:NAME、google:NAME、openrouter:NAME、ollama:NAME 或 llama:NAME。</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>%1 not needed</source>
        <translation>%1 个无需运行</translation>
    </message>
    <message>
        <source>-m has to name a model</source>
        <translation>-m 必须指定一个模型</translation>
    </message>
    <message>
        <source>A pilot needs at least two documents.</source>
        <translation>抽样至少需要两个文档。</translation>
    </message>
    <message numerus="yes">
        <source>%2: asking %1 request(s) of the pilot …</source>
        <translation>
            <numerusform>%2：正在发送抽样的 %1 个请求…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: input tokens: least %2, median %3, 95 % at most %4, most %5</source>
        <translation>%1：输入词元：最少 %2，中位数 %3，95% 不超过 %4，最多 %5</translation>
    </message>
    <message numerus="yes">
        <source>%2: %1 request(s) do not fit into its context of %3 tokens</source>
        <translation>
            <numerusform>%2：%1 个请求超出其 %3 个词元的上下文</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: %1 request(s) have %3 input tokens or more, which have their own price</source>
        <translation>
            <numerusform>%2：%1 个请求有 %3 个或更多输入词元，适用单独的价格</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: another source (%2) has %3 and %4 for a million tokens in and out</source>
        <translation>%1：另一来源（%2）给出的每百万词元价格为输入 %3、输出 %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>是否指 %1？</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>per 1,000</source>
        <translation>每 1,000 个</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>there is no field %1; its fields are %2</source>
        <translation>没有字段 %1；现有字段为 %2</translation>
    </message>
    <message>
        <source>--field has to say which field the documents are in: %1</source>
        <translation>--field 必须指明文档所在的字段：%1</translation>
    </message>
    <message>
        <source>there is no document in it</source>
        <translation>其中没有文档</translation>
    </message>
    <message>
        <source>Run the cases in random order and stop when it is decided how each variant compares with the first: what is left is not asked, and what that saved is shown</source>
        <translation>按随机顺序运行用例，一旦每个变体与第一个的比较已有定论就停止：其余不再请求，并显示由此节省了多少</translation>
    </message>
    <message>
        <source>A race of the scores, not of whether all checks pass</source>
        <translation>按得分竞速，而不是按是否通过所有检查</translation>
    </message>
    <message>
        <source>must be more than 0 and less than 1</source>
        <translation>必须大于 0 且小于 1</translation>
    </message>
    <message>
        <source>How likely a race may be to call any difference that is none, at most; default 0.05</source>
        <translation>竞速把并不存在的差异判为差异的概率上限；默认 0.05</translation>
    </message>
    <message>
        <source>This is a file of Tempera itself.</source>
        <translation>这是 Tempera 自身的文件。</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 项未知</translation>
    </message>
    <message>
        <source>The ledger has no cells of that time.</source>
        <translation>账本中没有该时段的单元。</translation>
    </message>
    <message>
        <source>total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>failed cost</source>
        <translation>失败费用</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Do not show the variants side by side; the summary stays</source>
        <translation>不并排显示变体；仍显示摘要</translation>
    </message>
    <message>
        <source>Check an experiment&apos;s file; nothing is asked</source>
        <translation>检查实验文件；不发送任何请求</translation>
    </message>
    <message>
        <source>The experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Write the requests of an experiment as an OpenAI batch file; nothing is sent</source>
        <translation>将实验的请求写成 OpenAI 批处理文件；不会发送任何内容</translation>
    </message>
    <message>
        <source>The JSONL file; standard output if omitted</source>
        <translation>JSONL 文件；省略则为标准输出</translation>
    </message>
    <message>
        <source>Judge and store the answers in OpenAI&apos;s output and error files as a run, with the options of `batch write`</source>
        <translation>将 OpenAI 输出文件和错误文件中的回答作为一次运行进行评判并保存，选项与 `batch write` 相同</translation>
    </message>
    <message>
        <source>Output and error files, JSONL</source>
        <translation>输出文件和错误文件，JSONL</translation>
    </message>
    <message>
        <source>Runs at batch price: sent at once, answered within a day</source>
        <translation>按批处理价格运行：立即发送，一天之内回答</translation>
    </message>
    <message>
        <source>Send the requests of an experiment to its providers as batches</source>
        <translation>将实验的请求以批处理方式发送给其提供方</translation>
    </message>
    <message>
        <source>Ask how far the batches are</source>
        <translation>查询批处理的进度</translation>
    </message>
    <message>
        <source>A batch or a run, by its id or the beginning of it; all if omitted</source>
        <translation>批处理或运行的 id 或其开头部分；省略则为全部</translation>
    </message>
    <message>
        <source>Fetch the answers of a run whose batches are over, and judge and store them, with the options of `batch submit`</source>
        <translation>获取批处理已结束的运行的回答，进行评判并保存，选项与 `batch submit` 相同</translation>
    </message>
    <message>
        <source>A batch or a run, by its id or the beginning of it; the newest if omitted</source>
        <translation>批处理或运行的 id 或其开头部分；省略则为最近一次</translation>
    </message>
    <message>
        <source>Cancel a batch; what is answered stays</source>
        <translation>取消批处理；已有的回答会保留</translation>
    </message>
    <message>
        <source>A batch or a run, by its id or the beginning of it</source>
        <translation>批处理或运行的 id 或其开头部分</translation>
    </message>
    <message>
        <source>must be a number of days (30d)</source>
        <translation>必须是天数 (30d)</translation>
    </message>
    <message>
        <source>Responses that are kept, so that none is paid for twice</source>
        <translation>保留的响应，以免重复付费</translation>
    </message>
    <message>
        <source>The newest ones, and what they saved</source>
        <translation>最近的响应，以及它们节省的费用</translation>
    </message>
    <message>
        <source>Only those whose prompt, text, model or endpoint contains this</source>
        <translation>仅限提示词、文本、模型或端点中包含此内容的响应</translation>
    </message>
    <message>
        <source>Delete them; runs stay as they are</source>
        <translation>删除它们；运行保持不变</translation>
    </message>
    <message>
        <source>Only those that were kept so many days ago or earlier, such as 30d</source>
        <translation>仅限这么多天以前或更早保留的响应，例如 30d</translation>
    </message>
    <message>
        <source>must be NAME=VALUE</source>
        <translation>必须写作 NAME=VALUE</translation>
    </message>
    <message>
        <source>A file of prompts instead of the experiment&apos;s own; can be repeated</source>
        <translation>用提示词文件代替实验自己的提示词；可重复使用</translation>
    </message>
    <message>
        <source>A file of tests instead of the experiment&apos;s own</source>
        <translation>用测试文件代替实验自己的测试</translation>
    </message>
    <message>
        <source>Run the first so many of the cases that are left</source>
        <translation>运行剩余用例中的前这么多个</translation>
    </message>
    <message>
        <source>Run so many cases, drawn at random</source>
        <translation>运行这么多个随机抽取的用例</translation>
    </message>
    <message>
        <source>The seed of that drawing; without one each is another</source>
        <translation>抽取所用的种子；不指定则每次抽取都不同</translation>
    </message>
    <message>
        <source>Run the cases from an index on, up to and without another one; they count from 0</source>
        <translation>运行从一个序号起、到另一个序号之前的用例；序号从 0 开始</translation>
    </message>
    <message>
        <source>Run the variants whose id or label matches</source>
        <translation>运行 id 或标签匹配的变体</translation>
    </message>
    <message>
        <source>Run the prompts whose label or id matches</source>
        <translation>运行标签或 id 匹配的提示词</translation>
    </message>
    <message>
        <source>Run the cases that did not pass in the results of a file (.json, .jsonl)</source>
        <translation>运行结果文件（.json、.jsonl）中未通过的用例</translation>
    </message>
    <message>
        <source>A variable of all cases that have none of that name; can be repeated</source>
        <translation>为所有没有该名称变量的用例设置变量；可重复使用</translation>
    </message>
    <message>
        <source>With --json: also the input tokens of each document, in their order</source>
        <translation>与 --json 一起使用：另按顺序给出每个文档的输入词元</translation>
    </message>
    <message>
        <source>Look up published prices, and keep what you take</source>
        <translation>查询公布的价格，并保留您采用的价格</translation>
    </message>
    <message>
        <source>The prices that were taken from a published list</source>
        <translation>从公布的列表中采用的价格</translation>
    </message>
    <message>
        <source>Fetch a published list and show what it would change; nothing is taken without --yes</source>
        <translation>获取公布的列表并显示它会带来的变化；没有 --yes 则不采用任何内容</translation>
    </message>
    <message>
        <source>Only these; all if omitted</source>
        <translation>仅限这些；省略则为全部</translation>
    </message>
    <message>
        <source>An https address or a file with LiteLLM&apos;s list of models; default: the address of the settings</source>
        <translation>https 地址，或含 LiteLLM 模型列表的文件；默认为设置中的地址</translation>
    </message>
    <message>
        <source>Take what is shown; it holds until it is removed</source>
        <translation>采用所显示的价格；在移除之前一直有效</translation>
    </message>
    <message>
        <source>Also models that the catalog does not know</source>
        <translation>也包括目录中没有的模型</translation>
    </message>
    <message>
        <source>Go back to the built-in prices</source>
        <translation>恢复内置价格</translation>
    </message>
    <message>
        <source>Of these models</source>
        <translation>这些模型的</translation>
    </message>
    <message>
        <source>Of all models</source>
        <translation>所有模型的</translation>
    </message>
    <message>
        <source>Send nothing; print the request without its key: as it is sent, or =curl, =python, =javascript</source>
        <translation>不发送任何内容；输出不含密钥的请求：按发送的原样，或 =curl、=python、=javascript</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>hits</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>节省</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示词</translation>
    </message>
    <message numerus="yes">
        <source>%n kept response(s) deleted.</source>
        <translation>
            <numerusform>已删除 %n 个保留的响应。</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the results to a file: .json .yaml .jsonl .csv .html .md .txt .xml (JUnit); can be repeated</source>
        <translation>将结果写入文件：.json .yaml .jsonl .csv .html .md .txt .xml (JUnit)；可重复使用</translation>
    </message>
    <message>
        <source>%1 has no line in the results.</source>
        <translation>%1 在结果中没有对应的行。</translation>
    </message>
    <message>
        <source>Requests written: %1.</source>
        <translation>已写入的请求：%1。</translation>
    </message>
    <message>
        <source>Cells that cannot be asked, and are left out: %1.</source>
        <translation>无法请求而被略去的单元：%1。</translation>
    </message>
    <message>
        <source>The ledger has no batches.</source>
        <translation>账本中没有批处理。</translation>
    </message>
    <message>
        <source>Not all batches of this run are over; fetch the answers later.</source>
        <translation>此运行的批处理尚未全部结束；请稍后再获取回答。</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>… and %1 more of this kind</source>
        <translation>… 以及另外 %1 条此类信息</translation>
    </message>
    <message>
        <source>More than one batch id begins like this.</source>
        <translation>有多个批处理 id 以此开头。</translation>
    </message>
    <message>
        <source>The ledger has no such batch; `tempera batch status` shows them.</source>
        <translation>账本中没有此批处理；`tempera batch status` 可列出所有批处理。</translation>
    </message>
    <message>
        <source>--filter-failing does not go with `batch submit`; it does with `batch write` and `batch read`.</source>
        <translation>--filter-failing 不能与 `batch submit` 一起使用；可与 `batch write` 和 `batch read` 一起使用。</translation>
    </message>
    <message>
        <source>Requests: %1, batches: %2; at batch price %3.</source>
        <translation>请求：%1，批处理：%2；按批处理价格为 %3。</translation>
    </message>
    <message>
        <source>Whether the provider has this batch is not known; its run there is named %1.</source>
        <translation>不清楚提供方是否已有此批处理；其运行在那里的名称为 %1。</translation>
    </message>
    <message>
        <source>`tempera batch status %1` asks how far it is; `tempera batch fetch %1` fetches the answers.</source>
        <translation>`tempera batch status %1` 可查询进度；`tempera batch fetch %1` 可获取回答。</translation>
    </message>
    <message>
        <source>No variant matches --filter-providers.</source>
        <translation>没有变体与 --filter-providers 匹配。</translation>
    </message>
    <message>
        <source>No prompt matches --filter-prompts.</source>
        <translation>没有提示词与 --filter-prompts 匹配。</translation>
    </message>
    <message>
        <source>No case of the experiment failed in %1.</source>
        <translation>在 %1 中，此实验没有失败的用例。</translation>
    </message>
    <message>
        <source>%1 is answered in this process: there is no program that sends it.</source>
        <translation>%1 在本进程内回答：没有可发送该请求的程序。</translation>
    </message>
    <message>
        <source>The endpoint is down. It is tried again in %1 s.</source>
        <translation>端点不可用。将在 %1 秒后重试。</translation>
    </message>
    <message>
        <source>The endpoint&apos;s limit per minute is reached. It is asked in %1 s.</source>
        <translation>已达到端点的每分钟上限。将在 %1 秒后请求。</translation>
    </message>
    <message>
        <source>prices cannot be looked up here</source>
        <translation>此处无法查询价格</translation>
    </message>
    <message>
        <source>No price was taken from a list; the built-in ones hold.</source>
        <translation>没有从列表中采用的价格；使用内置价格。</translation>
    </message>
    <message>
        <source>a million tokens of</source>
        <translation>每百万词元</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>taken on</source>
        <translation>采用日期</translation>
    </message>
    <message>
        <source>from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation>没有可移除的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%1 price(s) removed; the built-in ones hold again.</source>
        <translation>
            <numerusform>已移除 %1 个价格；重新使用内置价格。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>正在读取 %1 …</translation>
    </message>
    <message numerus="yes">
        <source>%1 price(s) of models that the catalog does not know; --new shows them.</source>
        <translation>
            <numerusform>有 %1 个价格属于目录中没有的模型；--new 可显示它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was taken; --yes takes what is shown.</source>
        <translation>未采用任何内容；--yes 会采用所显示的价格。</translation>
    </message>
    <message numerus="yes">
        <source>%1 price(s) taken; tempera prices remove --all takes them back.</source>
        <translation>
            <numerusform>已采用 %1 个价格；tempera prices remove --all 可撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 models read, %2 left out</source>
        <translation>已读取 %1 个模型，略去 %2 个</translation>
    </message>
    <message>
        <source>No price differs.</source>
        <translation>没有不同的价格。</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>there</source>
        <translation>列表中</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>&gt; 1 %</source>
        <translation>&gt; 1%</translation>
    </message>
    <message>
        <source>This run waits for its batches; `tempera batch fetch` goes on with their answers.</source>
        <translation>此运行正在等待其批处理；`tempera batch fetch` 会用其回答继续。</translation>
    </message>
    <message>
        <source>counting … %1 %, %2 MB/s</source>
        <translation>正在计数 … %1%，%2 MB/s</translation>
    </message>
    <message>
        <source>%1 is valid. Prompts: %2, variants: %3, cases: %4, cells: %5.
</source>
        <translation>%1 有效。提示词：%2，变体：%3，用例：%4，单元：%5。
</translation>
    </message>
    <message>
        <source>must be a range such as 0:10, 10: or :10, without its end</source>
        <translation>必须是 0:10、10: 或 :10 这样的范围，不含末尾</translation>
    </message>
    <message>
        <source>A provider, by its id or label in the experiment, another one, or a file of them; can be repeated</source>
        <translation>一个提供方：按其在实验中的 id 或标签，或另一个提供方，或一个提供方文件；可重复使用</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Who judges where neither a test nor its checks name a provider: an id, or the label of one of the experiment&apos;s own</source>
        <translation>当测试及其检查都未指定提供方时由谁评判：标识，或实验自身提供方的标签</translation>
    </message>
    <message>
        <source>Run again when the experiment or a file that it names changes, until Ctrl+C</source>
        <translation>当实验或其引用的文件发生变化时重新运行，直到按 Ctrl+C</translation>
    </message>
    <message>
        <source>is not for --resume</source>
        <translation>不能与 --resume 一起使用</translation>
    </message>
    <message>
        <source>Write the results of a stored run to files, or as JSON to standard output</source>
        <translation>将已存储运行的结果写入文件，或以 JSON 写到标准输出</translation>
    </message>
    <message>
        <source>Run the cases whose metadata of this name contains the value; of several, all of them</source>
        <translation>运行其该名称的元数据包含此值的用例；给出多个时须全部满足</translation>
    </message>
    <message>
        <source>Put this before every prompt, unless the experiment says what is there</source>
        <translation>置于每个提示词之前，除非实验已规定</translation>
    </message>
    <message>
        <source>Put this behind every prompt, unless the experiment says what is there</source>
        <translation>置于每个提示词之后，除非实验已规定</translation>
    </message>
    <message>
        <source>A description of this run instead of the experiment&apos;s</source>
        <translation>此次运行的描述，代替实验的描述</translation>
    </message>
    <message>
        <source>A tag of this run; it counts more than the experiment&apos;s of that name; can be repeated</source>
        <translation>此次运行的标签；优先于实验的同名标签；可重复</translation>
    </message>
    <message>
        <source>Milliseconds from each answer to the next request, one cell at a time</source>
        <translation>每个回答到下一个请求之间的毫秒数，一次一个单元格</translation>
    </message>
    <message>
        <source>Take keys, addresses and {{ env.NAME }} also from a file of NAME=VALUE lines, which counts more than the environment; templates see what is no key; can be repeated</source>
        <translation>也从由 NAME=VALUE 行组成的文件中取密钥、地址和 {{ env.NAME }}，优先于环境变量；模板只能看到不是密钥的内容；可重复</translation>
    </message>
    <message>
        <source>A line must be NAME=VALUE, or a comment behind #.</source>
        <translation>每行必须是 NAME=VALUE 或以 # 开头的注释。</translation>
    </message>
    <message>
        <source>A value begins with a quotation mark that does not come again.</source>
        <translation>有一个值以引号开头，但引号没有闭合。</translation>
    </message>
    <message>
        <source>A quoted value must be followed by the end of its line.</source>
        <translation>带引号的值之后必须换行。</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8.</source>
        <translation>该文件不是 UTF-8 文本。</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for a change of %n file(s); Ctrl+C ends this.</source>
        <translation>
            <numerusform>正在等待 %n 个文件的变化；按 Ctrl+C 结束。</numerusform>
        </translation>
    </message>
    <message>
        <source>A file has changed.</source>
        <translation>有文件已更改。</translation>
    </message>
    <message>
        <source>Put results of promptfoo, or of Tempera elsewhere, into the ledger as runs</source>
        <translation>把 promptfoo 或其他机器上 Tempera 的结果作为运行存入账本</translation>
    </message>
    <message>
        <source>JSON of `promptfoo eval -o` or `tempera run -o`, or JSONL with one result a line</source>
        <translation>`promptfoo eval -o` 或 `tempera run -o` 的 JSON，或每行一个结果的 JSONL</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n 个结果</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported %1 as run %2 (%3): %4 passed, %5 failed, %6 errors.</source>
        <translation>已将 %1 导入为运行 %2（%3）：%4 通过，%5 未通过，%6 错误。</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) of cells that came before were left out.</source>
        <translation>
            <numerusform>%n 个结果所属的单元格已出现过，未导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is only the command line here, not the window; tempera --help tells what it does. For the window, install or build all of Tempera.</source>
        <translation>这里只有命令行，没有窗口；tempera --help 会说明它的功能。需要窗口时，请安装或构建完整的 Tempera。</translation>
    </message>
</context>
<context>
    <name>Cost</name>
    <message>
        <source>the price is unknown</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>the service tier has no known price</source>
        <translation>该服务层级没有已知价格</translation>
    </message>
    <message>
        <source>a kind of usage has no known price</source>
        <translation>某类用量没有已知价格</translation>
    </message>
    <message>
        <source>the endpoint did not report its tokens</source>
        <translation>端点未报告其词元数</translation>
    </message>
    <message>
        <source>nothing limits the output</source>
        <translation>输出不设上限</translation>
    </message>
    <message>
        <source>the length of the output is open</source>
        <translation>输出的长度未定</translation>
    </message>
    <message>
        <source>tokens are estimated</source>
        <translation>词元数为估算</translation>
    </message>
    <message>
        <source>the price depends on the time of day or date</source>
        <translation>价格取决于时段或日期</translation>
    </message>
    <message>
        <source>the machine&apos;s time is open</source>
        <translation>计算机所用的时间未定</translation>
    </message>
    <message>
        <source>from a sample, with 95 % confidence</source>
        <translation>由抽样得出，置信度 95%</translation>
    </message>
    <message>
        <source>extrapolated from a part of the documents</source>
        <translation>由部分文档推算</translation>
    </message>
    <message numerus="yes">
        <source>%2 and %1 unknown</source>
        <translation>
            <numerusform>%2，另有 %1 项未知</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostEstimate</name>
    <message>
        <source>%1 or more</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>unknown prices: %1</source>
        <translation>价格未知：%1</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Experiments (*.yaml *.yml *.json);;All files (*)</source>
        <translation>实验 (*.yaml *.yml *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>The experiment has changes that are not saved.</source>
        <translation>实验有未保存的更改。</translation>
    </message>
    <message>
        <source>Open an Experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Save the Experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Choose a Model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>模型 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>About Tempera</source>
        <translation>关于 Tempera</translation>
    </message>
    <message>
        <source>A workbench for prompts: write, turn, run side by side, compare, count.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>提示词工作台：编写、调整、并排运行、比较、统计。

本程序是自由软件，以 GNU 通用公共许可证第 3 版或更高版本发布。</translation>
    </message>
    <message>
        <source>Import a Sampling Preset</source>
        <translation>导入采样预设</translation>
    </message>
    <message>
        <source>Presets (*.json);;All files (*)</source>
        <translation>预设 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a Folder of Models</source>
        <translation>选择模型文件夹</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>…另有 %1 个</translation>
    </message>
    <message>
        <source>Problems in the Prompts</source>
        <translation>提示词中的问题</translation>
    </message>
    <message>
        <source>Nothing has been run yet. The prompts have problems:</source>
        <translation>尚未运行。提示词存在问题：</translation>
    </message>
    <message>
        <source>&amp;Run Anyway</source>
        <translation>仍然运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Show the Problems</source>
        <translation>显示问题(&amp;S)</translation>
    </message>
    <message>
        <source>Import Cases</source>
        <translation>导入用例</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.yaml *.yml);;All files (*)</source>
        <translation>表格 (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.yaml *.yml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Export the Table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>表格 (*.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a File of Results</source>
        <translation>选择结果文件</translation>
    </message>
    <message>
        <source>Results (*.json *.jsonl *.ndjson);;All files (*)</source>
        <translation>结果 (*.json *.jsonl *.ndjson);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a File of Certificates</source>
        <translation>选择证书文件</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer *.der);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>EditEffect</name>
    <message>
        <source>This variant does not take this prompt.</source>
        <translation>此变体不接受此提示词。</translation>
    </message>
    <message>
        <source>There is no answer yet to score.</source>
        <translation>还没有可查看的回答。</translation>
    </message>
    <message>
        <source>Only local models can score a given answer.</source>
        <translation>只有本地模型能给出指定回答的概率。</translation>
    </message>
    <message>
        <source>The prompt of this case is the same as when the answer was written.</source>
        <translation>此用例的提示词与生成回答时相同。</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Case %1</source>
        <translation>用例 %1</translation>
    </message>
    <message>
        <source>Prompt %1</source>
        <translation>提示词 %1</translation>
    </message>
    <message>
        <source>Repeat %1 · %2</source>
        <translation>第 %1 次重复 · %2</translation>
    </message>
    <message>
        <source>This run · %1</source>
        <translation>此运行 · %1</translation>
    </message>
</context>
<context>
    <name>EffectTableModel</name>
    <message>
        <source>(end)</source>
        <translation>（结束）</translation>
    </message>
</context>
<context>
    <name>EndpointRules</name>
    <message>
        <source>This is not the address of a server: it must be complete, such as https://host/v1, and contain no password.</source>
        <translation>这不是服务器地址：地址必须完整，例如 https://host/v1，且不含密码。</translation>
    </message>
    <message>
        <source>An address must not contain a key, nor anything behind ? or # that may be one. Add it without, then enter the key.</source>
        <translation>地址不得包含密钥，? 或 # 之后也不得有可能是密钥的内容。请添加不含密钥的地址，然后输入密钥。</translation>
    </message>
    <message>
        <source>A proxy&apos;s address must not contain a user or password, since it is stored. The proxy settings of the system can hold them.</source>
        <translation>代理的地址不得包含用户名或密码，因为地址会被保存。系统的代理设置可以保存它们。</translation>
    </message>
    <message>
        <source>A proxy&apos;s address is written as http://host:port or socks5://host:port.</source>
        <translation>代理的地址写作 http://host:port 或 socks5://host:port。</translation>
    </message>
    <message>
        <source>“%1” is not a header: write one “Name: value” a line.</source>
        <translation>“%1”不是标头：每行写一个“Name: value”。</translation>
    </message>
    <message>
        <source>The header “%1” is written by Tempera itself.</source>
        <translation>标头“%1”由 Tempera 自行写入。</translation>
    </message>
    <message>
        <source>The header “%1” contains a control character.</source>
        <translation>标头“%1”包含控制字符。</translation>
    </message>
    <message>
        <source>The header “%1” is a secret or looks like one, and settings are stored as they are. Enter it as the key of the server instead.</source>
        <translation>标头“%1”是机密信息或看起来像机密信息，而设置会按原样保存。请改为将其作为服务器的密钥输入。</translation>
    </message>
    <message>
        <source>The header “%1” is there twice.</source>
        <translation>标头“%1”出现两次。</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>The connection failed.</source>
        <translation>连接失败。</translation>
    </message>
    <message>
        <source>Check the address and whether the server runs.</source>
        <translation>请检查地址以及服务器是否正在运行。</translation>
    </message>
    <message>
        <source>The request timed out.</source>
        <translation>未及时收到回答。</translation>
    </message>
    <message>
        <source>Try again, or allow more time.</source>
        <translation>请重试，或延长时限。</translation>
    </message>
    <message>
        <source>Too many requests.</source>
        <translation>请求过多。</translation>
    </message>
    <message>
        <source>Wait a little, or run fewer cells at once.</source>
        <translation>请稍等，或减少同时运行的单元。</translation>
    </message>
    <message>
        <source>The quota is used up.</source>
        <translation>配额已用完。</translation>
    </message>
    <message>
        <source>Add credit with the provider; retrying does not help.</source>
        <translation>请向提供方充值；重试无济于事。</translation>
    </message>
    <message>
        <source>The key is missing or was refused.</source>
        <translation>密钥缺失或被拒绝。</translation>
    </message>
    <message>
        <source>Set the key in the environment or in the keychain.</source>
        <translation>请在环境变量或钥匙串中设置密钥。</translation>
    </message>
    <message>
        <source>The endpoint refused the request.</source>
        <translation>端点拒绝了请求。</translation>
    </message>
    <message>
        <source>The model does not take a parameter.</source>
        <translation>模型不支持某个参数。</translation>
    </message>
    <message>
        <source>Unset it for this variant.</source>
        <translation>请在此变体中取消设置该参数。</translation>
    </message>
    <message>
        <source>The prompt does not fit the model&apos;s context.</source>
        <translation>提示词超出了模型的上下文。</translation>
    </message>
    <message>
        <source>Shorten the prompt, or ask for fewer tokens.</source>
        <translation>请缩短提示词，或减少请求的词元数。</translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation>没有此模型。</translation>
    </message>
    <message>
        <source>`tempera models list` shows the available models.</source>
        <translation>`tempera models list` 可列出可用的模型。</translation>
    </message>
    <message>
        <source>The model file cannot be used.</source>
        <translation>模型文件无法使用。</translation>
    </message>
    <message>
        <source>Download the file again, or choose another one.</source>
        <translation>请重新获取该文件，或选择其他文件。</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>Choose a smaller model or a shorter context.</source>
        <translation>请选择更小的模型或更短的上下文。</translation>
    </message>
    <message>
        <source>The endpoint failed.</source>
        <translation>端点出错。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>The answer could not be understood.</source>
        <translation>无法理解回答。</translation>
    </message>
    <message>
        <source>Check that the address is that of an API of this kind.</source>
        <translation>请检查该地址是否为此类 API 的地址。</translation>
    </message>
    <message>
        <source>The answer broke off.</source>
        <translation>回答中断。</translation>
    </message>
    <message>
        <source>The text so far is kept; run the cell again for the whole answer.</source>
        <translation>已收到的文本会保留；要获得完整回答，请重新运行该单元。</translation>
    </message>
    <message>
        <source>The endpoint withheld the answer.</source>
        <translation>端点拒绝给出回答。</translation>
    </message>
    <message>
        <source>This would exceed the budget.</source>
        <translation>这将超出预算。</translation>
    </message>
    <message>
        <source>Raise the limit or run fewer cells.</source>
        <translation>请提高上限或减少运行的单元。</translation>
    </message>
    <message>
        <source>The ledger could not be used.</source>
        <translation>账本无法使用。</translation>
    </message>
    <message>
        <source>The file could not be used.</source>
        <translation>文件无法使用。</translation>
    </message>
    <message>
        <source>The text is not in the right format.</source>
        <translation>文本不符合其格式。</translation>
    </message>
    <message>
        <source>The template could not be rendered.</source>
        <translation>无法渲染模板。</translation>
    </message>
    <message>
        <source>The script failed.</source>
        <translation>脚本失败。</translation>
    </message>
    <message>
        <source>Wrong usage.</source>
        <translation>用法不正确。</translation>
    </message>
    <message>
        <source>Internal error.</source>
        <translation>Tempera 出错了。</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>请报告此问题。</translation>
    </message>
    <message>
        <source>This version of the engine cannot run the model.</source>
        <translation>此版本的引擎无法运行该模型。</translation>
    </message>
    <message>
        <source>Downloading the file again does not help; a newer version of Tempera may.</source>
        <translation>重新下载文件没有用；更新版本的 Tempera 或许可以。</translation>
    </message>
    <message>
        <source>This is not the address of an API.</source>
        <translation>这不是 API 的地址。</translation>
    </message>
    <message>
        <source>The library lists the available models.</source>
        <translation>资料库中列出了现有的模型。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
</context>
<context>
    <name>Experiment</name>
    <message>
        <source>The script %1 was not read.</source>
        <translation>未读取脚本 %1。</translation>
    </message>
    <message>
        <source>%1 is not run: scripts are JavaScript.</source>
        <translation>不运行 %1：脚本须为 JavaScript。</translation>
    </message>
</context>
<context>
    <name>ExperimentFile</name>
    <message>
        <source>A quote is opened here and never closed.</source>
        <translation>此处的引号没有闭合。</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB.</source>
        <translation>文件大于 %1 MB。</translation>
    </message>
    <message>
        <source>This is not text in UTF-8.</source>
        <translation>这不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>The file has too many values.</source>
        <translation>文件中的值过多。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; occurs twice in one map.</source>
        <translation>键“%1”在同一映射中出现了两次。</translation>
    </message>
    <message>
        <source>An alias is inside its own anchor.</source>
        <translation>别名出现在它自己的锚点内。</translation>
    </message>
    <message>
        <source>A key must be plain text.</source>
        <translation>键必须是纯文本。</translation>
    </message>
    <message>
        <source>The merge key &lt;&lt; takes a map or a list of maps.</source>
        <translation>合并键 &lt;&lt; 接受一个映射或映射列表。</translation>
    </message>
    <message>
        <source>Maps and lists are nested too deeply.</source>
        <translation>映射和列表嵌套过深。</translation>
    </message>
    <message>
        <source>This is not an experiment: it has no prompts, providers or tests.</source>
        <translation>这不是实验：其中没有 prompts、providers 或 tests。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is kept but ignored.</source>
        <translation>“%1”会保留，但不会执行。</translation>
    </message>
    <message>
        <source>&quot;providers&quot; and &quot;targets&quot; are two names for the same thing; use one of them.</source>
        <translation>“providers”与“targets”含义相同；请只用其中一个。</translation>
    </message>
    <message>
        <source>&quot;evaluateOptions&quot; must be a map.</source>
        <translation>“evaluateOptions”必须是映射。</translation>
    </message>
    <message>
        <source>A test is a map with &quot;vars&quot; and &quot;assert&quot;.</source>
        <translation>测试是包含“vars”和“assert”的映射。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of a test is kept but ignored.</source>
        <translation>测试的“%1”会保留，但不会执行。</translation>
    </message>
    <message>
        <source>&quot;vars&quot; must be a map of names and values.</source>
        <translation>“vars”必须是名称到值的映射。</translation>
    </message>
    <message>
        <source>There are more than %L1 cases.</source>
        <translation>用例超过 %L1 个。</translation>
    </message>
    <message>
        <source>A check is a map with a &quot;type&quot;.</source>
        <translation>检查是包含“type”的映射。</translation>
    </message>
    <message>
        <source>The check &quot;%1&quot; is not known; it will be shown as not evaluated.</source>
        <translation>未知的检查“%1”；它将显示为未评估。</translation>
    </message>
    <message>
        <source>There is nothing at %1.</source>
        <translation>%1 处没有任何内容。</translation>
    </message>
    <message>
        <source>&quot;assert&quot; must be a list of checks.</source>
        <translation>“assert”必须是检查的列表。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a number.</source>
        <translation>“%1”必须是数。</translation>
    </message>
    <message>
        <source>Tests from %1 cannot be read by this version; CSV, JSON, JSONL and YAML can.</source>
        <translation>此版本无法从 %1 读取测试；可以读取 CSV、JSON、JSONL 和 YAML。</translation>
    </message>
    <message>
        <source>A prompt needs &quot;raw&quot; (its text) or &quot;id&quot; (its file).</source>
        <translation>提示词需要“raw”（其文本）或“id”（其文件）。</translation>
    </message>
    <message>
        <source>The variable&apos;s file %1 cannot be read by this version; the name itself is the value.</source>
        <translation>此版本无法读取变量的文件 %1；将以文件名本身作为值。</translation>
    </message>
    <message>
        <source>A provider must be an id or a map with an id.</source>
        <translation>提供方应为其 id，或带有 id 的映射。</translation>
    </message>
    <message>
        <source>A provider needs an &quot;id&quot;.</source>
        <translation>提供方需要“id”。</translation>
    </message>
    <message>
        <source>This version does not support the provider %1; its cells will fail.</source>
        <translation>此版本无法运行提供方 %1；其单元将失败。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of a provider is kept but ignored.</source>
        <translation>提供方的“%1”会保留，但不会执行。</translation>
    </message>
    <message>
        <source>&quot;config&quot; must be a map.</source>
        <translation>“config”必须是映射。</translation>
    </message>
    <message>
        <source>&quot;promptForm&quot; must be &quot;chat&quot; or &quot;continuation&quot;.</source>
        <translation>“promptForm”应为“chat”或“continuation”。</translation>
    </message>
    <message>
        <source>&quot;apiBaseUrl&quot; must be a complete address such as https://host/v1.</source>
        <translation>“apiBaseUrl”必须是完整的地址，例如 https://host/v1。</translation>
    </message>
    <message>
        <source>The file contains a key. It is not used and will not be written again: put it into an environment variable or the keychain, and revoke it if others have seen the file.</source>
        <translation>文件中含有密钥。它不会被使用，也不会再被写入：请将其放入环境变量或钥匙串；如果他人看过此文件，请使该密钥失效。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text.</source>
        <translation>“%1”必须是文本。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be at least %2.</source>
        <translation>“%1”不得小于 %2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be between %2 and %3.</source>
        <translation>“%1”必须在 %2 和 %3 之间。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number.</source>
        <translation>“%1”必须是整数。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2</source>
        <translation>无法读取文件 %1：%2</translation>
    </message>
    <message>
        <source>&quot;seed&quot; must be a whole number from 0.</source>
        <translation>“seed”必须是不小于 0 的整数。</translation>
    </message>
    <message>
        <source>&quot;strict&quot; must be true or false.</source>
        <translation>“strict”的值为 true 或 false。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a sampler; there are %2.</source>
        <translation>“%1”不是采样器；可用的有 %2。</translation>
    </message>
    <message>
        <source>&quot;logit_bias&quot; must be a list of pairs: a token&apos;s id or a text, and a number or false.</source>
        <translation>“logit_bias”是由成对的值组成的列表：词元的 id 或文本，以及一个数或 false。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a known key of a provider&apos;s config; it is kept but ignored.</source>
        <translation>提供方的配置中没有“%1”这个键；会保留，但不会执行。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a known key of a provider&apos;s config; it is kept but ignored. Did you mean &quot;%2&quot;?</source>
        <translation>提供方的配置中没有“%1”这个键；会保留，但不会执行。是否指“%2”？</translation>
    </message>
    <message>
        <source>&quot;apiHost&quot; must be a host name, without https:// before it.</source>
        <translation>“apiHost”必须是主机名，前面不带 https://。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must not contain a password.</source>
        <translation>“%1”不得包含密码。</translation>
    </message>
    <message>
        <source>The JSON schema is empty.</source>
        <translation>JSON 模式为空。</translation>
    </message>
    <message>
        <source>The grammar is empty.</source>
        <translation>语法为空。</translation>
    </message>
    <message>
        <source>This part of the JSON schema is not enforced during generation, only checked afterwards: %1.</source>
        <translation>JSON 模式中的以下内容在模型生成时不强制，只在之后检查：%1。</translation>
    </message>
    <message>
        <source>Two columns have the name &quot;%1&quot;.</source>
        <translation>有两列都叫“%1”。</translation>
    </message>
    <message>
        <source>This row has %1 fields, the first row has %2. A field that contains the separator must be in quotes, with nothing before them.</source>
        <translation>此行有 %1 个字段，首行有 %2 个。含有分隔符的字段要放在引号中，引号须紧跟在分隔符之后。</translation>
    </message>
    <message>
        <source>This UTF-16 text is incomplete.</source>
        <translation>这不是完整的 UTF-16 文本。</translation>
    </message>
    <message>
        <source>A second document begins here; a file must contain one.</source>
        <translation>此处开始了第二个文档；一个文件只能有一个文档。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be -1; it is treated as not set.</source>
        <translation>“%1”不能为 -1；按未设置处理。</translation>
    </message>
    <message>
        <source>The encoding %1 is not supported.</source>
        <translation>此程序无法读取 %1。</translation>
    </message>
    <message>
        <source>This is not valid %1 text.</source>
        <translation>这不是 %1 编码的文本。</translation>
    </message>
    <message>
        <source>%1 does not contain the address of a server (http://… or https://…, without a password); the cells of %2 will fail.</source>
        <translation>%1 中不是服务器地址（http://… 或 https://…，不含密码）；%2 的单元将会失败。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; are the same setting; &quot;%2&quot; is used.</source>
        <translation>“%1”与“%2”是同一设置；采用“%2”。</translation>
    </message>
    <message>
        <source>&quot;data&quot; is either text or templates.</source>
        <translation>&quot;data&quot; 只能是 text 或 templates。</translation>
    </message>
    <message>
        <source>There is no case in this file.</source>
        <translation>此文件中没有用例。</translation>
    </message>
    <message>
        <source>The table has column names, but no row with a case.</source>
        <translation>表格有列名，但没有包含用例的行。</translation>
    </message>
    <message>
        <source>There is no prompt in %1.</source>
        <translation>%1 中没有提示词。</translation>
    </message>
    <message>
        <source>The file %1 is not read: it is not in the experiment&apos;s own folder. To allow it: --allow-files %2, or answer the question in the window.</source>
        <translation>未读取文件 %1：它不在实验自己的文件夹中。如要允许：使用 --allow-files %2，或在窗口中回答询问。</translation>
    </message>
    <message>
        <source>it has no judge: name a &quot;provider&quot; in the check, or one for all checks under defaultTest.options.provider</source>
        <translation>没有评审模型：请在检查中指定“provider”，或在 defaultTest.options.provider 下为所有检查指定一个</translation>
    </message>
    <message>
        <source>a judge in a separate file is not supported: %1</source>
        <translation>不支持单独文件中的评审模型：%1</translation>
    </message>
    <message>
        <source>A judge is a single provider.</source>
        <translation>评审模型只能是一个提供方。</translation>
    </message>
    <message>
        <source>&quot;apiKeyEnvar&quot; must be the name of the variable that holds the key, not the key itself.</source>
        <translation>“apiKeyEnvar”必须是保存密钥的变量的名称，而不是密钥本身。</translation>
    </message>
    <message>
        <source>&quot;derivedMetrics&quot; must be a list of maps with &quot;name&quot; and &quot;value&quot;.</source>
        <translation>“derivedMetrics”必须是列表，每项为含“name”和“value”的映射。</translation>
    </message>
    <message>
        <source>The derived metric &quot;%1&quot; is not computed: it is in a separate file.</source>
        <translation>不会计算派生指标“%1”：它在单独的文件中。</translation>
    </message>
    <message>
        <source>&quot;assertScoringFunction&quot; is not carried out: programs are not run; only JavaScript is.</source>
        <translation>不会执行“assertScoringFunction”：不运行程序，只运行 JavaScript。</translation>
    </message>
    <message>
        <source>The check &quot;%1&quot; will be shown as not evaluated: %2.</source>
        <translation>检查“%1”将显示为未评估：%2。</translation>
    </message>
    <message>
        <source>An &quot;assert-set&quot; has a list of checks, &quot;assert&quot;.</source>
        <translation>“assert-set”须含有检查的列表“assert”。</translation>
    </message>
    <message>
        <source>An &quot;assert-set&quot; cannot be in another one.</source>
        <translation>“assert-set”不能嵌套在另一个之中。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no setting of a check; __config:__expected1:threshold is one.</source>
        <translation>“%1”不是检查的设置；__config:__expected1:threshold 才是。</translation>
    </message>
    <message>
        <source>No file matches %1.</source>
        <translation>没有文件与 %1 匹配。</translation>
    </message>
    <message>
        <source>A scenario is a map with &quot;config&quot; and &quot;tests&quot;.</source>
        <translation>场景是包含“config”和“tests”的映射。</translation>
    </message>
    <message>
        <source>%1 is a workbook, and sheets are not read. Save the sheet as CSV and name that file instead; LibreOffice does it by: %2</source>
        <translation>%1 是工作簿，而此处不读取工作表。请将工作表另存为 CSV 并指定该文件；LibreOffice 可用以下命令完成：%2</translation>
    </message>
    <message>
        <source>&quot;apiBaseUrls&quot; must be a list of complete addresses such as https://host/v1.</source>
        <translation>“apiBaseUrls”必须是完整地址的列表，例如 https://host/v1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no effect without a &quot;fallback&quot;.</source>
        <translation>没有“fallback”时，“%1”不起作用。</translation>
    </message>
    <message>
        <source>The fallback %1 is this provider itself; it is not asked again.</source>
        <translation>后备 %1 就是此提供方本身；不会再次请求。</translation>
    </message>
    <message>
        <source>The fallback %1 is in the list already; it is asked once.</source>
        <translation>后备 %1 已在列表中；只请求一次。</translation>
    </message>
    <message>
        <source>The fallback %1 is neither a provider of this file nor one that this version supports; it is skipped.</source>
        <translation>后备 %1 既不是此文件中的提供方，也不是此版本支持的提供方；已跳过。</translation>
    </message>
    <message>
        <source>The fallbacks of a fallback are not asked.</source>
        <translation>不会请求后备的后备。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true or false.</source>
        <translation>“%1”的值为 true 或 false。</translation>
    </message>
    <message>
        <source>&quot;fallback&quot; must be a list of provider ids, labels, or maps with an &quot;id&quot;.</source>
        <translation>“fallback”必须是由提供方的 id、标签或含“id”的映射组成的列表。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; gives no embeddings; name a provider such as &quot;%2&quot;, or a server with an API like OpenAI&apos;s under &quot;provider.embedding&quot;</source>
        <translation>“%1”不提供嵌入向量；请在“provider.embedding”下指定“%2”这样的提供方，或 API 与 OpenAI 相同的服务器</translation>
    </message>
    <message>
        <source>The prompt %1 is left out: programs are not run and other services are not asked for prompts. Put its text into the file.</source>
        <translation>已略去提示词 %1：不会为获取提示词而运行程序或请求其他服务。请将其文本写入文件。</translation>
    </message>
    <message>
        <source>%1 is kept but not run: scripts are JavaScript.</source>
        <translation>%1 会保留，但不会运行：脚本须为 JavaScript。</translation>
    </message>
    <message>
        <source>&quot;nunjucksFilters&quot; must be a map of names and files.</source>
        <translation>“nunjucksFilters”必须是名称到文件的映射。</translation>
    </message>
    <message>
        <source>%1 is no file of JavaScript.</source>
        <translation>%1 不是 JavaScript 文件。</translation>
    </message>
    <message>
        <source>This version does not support the provider %1; its fallbacks are asked.</source>
        <translation>此版本不支持提供方 %1；将请求其后备。</translation>
    </message>
    <message>
        <source>This provider is in the list already; it is asked once.</source>
        <translation>此提供方已在列表中；只请求一次。</translation>
    </message>
    <message>
        <source>&quot;filterRange&quot; must be a range such as 0:10, 10: or :10, without its end.</source>
        <translation>“filterRange”必须是 0:10、10: 或 :10 这样的范围，不含末尾。</translation>
    </message>
    <message>
        <source>%1 is not sent: settings are read from YAML and JSON files.</source>
        <translation>未发送 %1：设置只从 YAML 和 JSON 文件读取。</translation>
    </message>
    <message>
        <source>%1 is named by a file that it names itself.</source>
        <translation>%1 被它自身引用的文件所引用。</translation>
    </message>
    <message>
        <source>it was not read with the experiment</source>
        <translation>未随实验一起读取</translation>
    </message>
    <message>
        <source>nothing is written here</source>
        <translation>此处不写入任何内容</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no endpoint for %2 that this version knows; name a provider such as &quot;%3&quot;</source>
        <translation>“%1”不是本版本已知的 %2 端点；请指定一个提供方，例如“%3”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot search the web; give it a tool for that under &quot;config.tools&quot; (such as web_search), or name another &quot;provider&quot; in the check</source>
        <translation>“%1”无法搜索网络；请在“config.tools”下为它添加相应工具（例如 web_search），或在检查中指定其他“provider”</translation>
    </message>
    <message>
        <source>it has nobody to ask: name a &quot;provider&quot; in the check, such as &quot;%1&quot;</source>
        <translation>没有可询问的对象：请在检查中指定“provider”，例如“%1”</translation>
    </message>
    <message>
        <source>%1 is not run: a &quot;rubricPrompt&quot; is read from text, JSON and YAML files.</source>
        <translation>不会运行 %1：“rubricPrompt”只从文本、JSON 和 YAML 文件读取。</translation>
    </message>
    <message>
        <source>Tests from %1 are not made: other programs are not run. A script in JavaScript is, without files and network.</source>
        <translation>不会由 %1 生成测试：不运行其他程序。JavaScript 脚本可以运行，但不能访问文件和网络。</translation>
    </message>
    <message>
        <source>tests made by %1</source>
        <translation>由 %1 生成的测试</translation>
    </message>
    <message>
        <source>The script made no tests: %1</source>
        <translation>脚本没有生成测试：%1</translation>
    </message>
    <message>
        <source>it must give a list, or export one.</source>
        <translation>它必须返回或导出一个列表。</translation>
    </message>
</context>
<context>
    <name>File</name>
    <message>
        <source>no such file</source>
        <translation>没有此文件</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>it is larger than %1 MiB</source>
        <translation>大于 %1 MiB</translation>
    </message>
    <message>
        <source>The folder cannot be created.</source>
        <translation>无法创建文件夹。</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>文件夹不存在。</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>不包含</translation>
    </message>
    <message>
        <source>what does not match</source>
        <translation>不匹配的内容</translation>
    </message>
    <message>
        <source>either of the two</source>
        <translation>两者之一</translation>
    </message>
    <message>
        <source>Nothing matches %1.</source>
        <translation>没有内容匹配%1。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>No case has a cell that meets all of these conditions:</source>
        <translation>没有任何用例的单元同时满足以下全部条件：</translation>
    </message>
    <message>
        <source>%1 alone matches nothing</source>
        <translation>单独使用%1时没有剩余</translation>
    </message>
    <message numerus="yes">
        <source>%1 alone matches %2 case(s)</source>
        <translation>
            <numerusform>单独使用%1时剩下 %2 个用例</numerusform>
        </translation>
    </message>
    <message>
        <source>No model is called “%1”</source>
        <translation>没有名为“%1”的模型</translation>
    </message>
    <message>
        <source>No prompt is called “%1”</source>
        <translation>没有名为“%1”的提示词</translation>
    </message>
    <message>
        <source>No variant is called “%1”</source>
        <translation>没有名为“%1”的变体</translation>
    </message>
    <message>
        <source>No case has a check “%1”</source>
        <translation>没有用例含有检查“%1”</translation>
    </message>
    <message>
        <source>; did you mean “%1”?</source>
        <translation>；是否指“%1”？</translation>
    </message>
    <message>
        <source>; there are: %1</source>
        <translation>；现有：%1</translation>
    </message>
    <message>
        <source>“%1” is looked for in the answers; did you mean “%2”?</source>
        <translation>“%1”会在回答中查找；是否指“%2”？</translation>
    </message>
    <message>
        <source>This parenthesis was never opened</source>
        <translation>此括号没有对应的左括号</translation>
    </message>
    <message>
        <source>There is nothing to look for</source>
        <translation>缺少要查找的内容</translation>
    </message>
    <message>
        <source>Something has to follow “%1”</source>
        <translation>“%1”之后必须有内容</translation>
    </message>
    <message>
        <source>This is nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>The closing parenthesis is missing</source>
        <translation>缺少右括号</translation>
    </message>
    <message>
        <source>There is nothing to look for before this parenthesis</source>
        <translation>此括号之前缺少要查找的内容</translation>
    </message>
    <message>
        <source>A field has to stand before “%1”</source>
        <translation>“%1”之前必须有字段</translation>
    </message>
    <message>
        <source>Something has to stand before “%1”</source>
        <translation>“%1”之前必须有内容</translation>
    </message>
    <message>
        <source>A number has to follow “%1”</source>
        <translation>“%1”之后必须是数字</translation>
    </message>
    <message>
        <source>A name or text has to follow “%1”</source>
        <translation>“%1”之后必须是名称或文本</translation>
    </message>
    <message>
        <source>“%1” has to be compared with something, as in %2; to look for the word, put it in quotation marks</source>
        <translation>“%1”必须与某个值比较，例如 %2；如要查找这个词，请将其放在引号中</translation>
    </message>
    <message>
        <source>There is no field “%1”</source>
        <translation>没有字段“%1”</translation>
    </message>
    <message>
        <source>There is no field “%1”; did you mean “%2”?</source>
        <translation>没有字段“%1”；是否指“%2”？</translation>
    </message>
    <message>
        <source>“%1” is not compared with anything: write it alone, or “not %1”</source>
        <translation>“%1”不与任何值比较：请单独写出，或写“not %1”</translation>
    </message>
    <message>
        <source>“%1” is a number: compare it with =, !=, &lt;, &lt;=, &gt; or &gt;=</source>
        <translation>“%1”是数字：请用 =、!=、&lt;、&lt;=、&gt; 或 &gt;= 比较</translation>
    </message>
    <message>
        <source>“%1” is not a number that “%2” can be compared with</source>
        <translation>“%1”不是可与“%2”比较的数字</translation>
    </message>
    <message>
        <source>“%1” is a text: compare it with =, !=, ~ (contains) or !~</source>
        <translation>“%1”是文本：请用 =、!=、~（包含）或 !~ 比较</translation>
    </message>
    <message>
        <source>The type of a check has to follow, as in check:is-json</source>
        <translation>之后必须是检查的类型，例如 check:is-json</translation>
    </message>
    <message>
        <source>A check is compared with = or != and passed, failed or error</source>
        <translation>检查用 = 或 != 与 passed、failed 或 error 比较</translation>
    </message>
    <message>
        <source>The pattern cannot be read: %1</source>
        <translation>无法读取模式：%1</translation>
    </message>
    <message>
        <source>A filter has at most %1 characters</source>
        <translation>筛选条件最多 %1 个字符</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing</source>
        <translation>缺少右引号</translation>
    </message>
    <message>
        <source>The closing / of the pattern is missing; a text with a / is put in quotation marks</source>
        <translation>缺少模式末尾的 /；含有 / 的文本须放在引号中</translation>
    </message>
    <message>
        <source>A pattern takes no other flag than i, which ignores capitals</source>
        <translation>模式之后只能加标志 i，表示不区分大小写</translation>
    </message>
    <message>
        <source>The pattern is empty</source>
        <translation>模式为空</translation>
    </message>
    <message>
        <source>No case has a variable “%1”</source>
        <translation>没有用例含有变量“%1”</translation>
    </message>
    <message>
        <source>No answer has the tag “%1”</source>
        <translation>没有回答带有标记“%1”</translation>
    </message>
    <message>
        <source>The name of a variable has to follow, as in var:city</source>
        <translation>之后必须是变量的名称，例如 var:city</translation>
    </message>
    <message>
        <source>A tag has to follow, as in tag:too-long</source>
        <translation>之后必须是标记，例如 tag:too-long</translation>
    </message>
    <message>
        <source>No case has metadata “%1”</source>
        <translation>没有用例含有元数据“%1”</translation>
    </message>
    <message>
        <source>No case expects a field “%1”</source>
        <translation>没有用例期望字段“%1”</translation>
    </message>
    <message>
        <source>A field is compared with = or != and one of %1</source>
        <translation>字段须用 = 或 != 与以下之一比较：%1</translation>
    </message>
    <message>
        <source>A key of the metadata has to follow, as in meta:topic</source>
        <translation>之后必须是元数据的键，例如 meta:topic</translation>
    </message>
    <message>
        <source>The name of a field has to follow, as in field:total = wrong</source>
        <translation>之后必须是字段的名称，例如 field:total = wrong</translation>
    </message>
</context>
<context>
    <name>FilterFields</name>
    <message>
        <source>the checks passed</source>
        <translation>检查已通过</translation>
    </message>
    <message>
        <source>a check did not pass, or an error came instead of an answer</source>
        <translation>有检查未通过，或得到的是错误而不是回答</translation>
    </message>
    <message>
        <source>there was an error: no answer, or a check that could not be run</source>
        <translation>出现错误：没有回答，或有检查无法运行</translation>
    </message>
    <message>
        <source>no check said anything</source>
        <translation>没有检查给出结果</translation>
    </message>
    <message>
        <source>the answer is not that of the baseline</source>
        <translation>回答与基准的不同</translation>
    </message>
    <message>
        <source>the case passes in one column and fails in another</source>
        <translation>用例在某一列通过，在另一列未通过</translation>
    </message>
    <message>
        <source>scores higher than the baseline</source>
        <translation>得分高于基准</translation>
    </message>
    <message>
        <source>scores lower than the baseline</source>
        <translation>得分低于基准</translation>
    </message>
    <message>
        <source>failed where the baseline passed</source>
        <translation>基准通过而此处未通过</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>stopped before its end</source>
        <translation>在结束前停止</translation>
    </message>
    <message>
        <source>under way now</source>
        <translation>正在进行</translation>
    </message>
    <message>
        <source>not begun yet</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>something was changed since</source>
        <translation>此后有改动</translation>
    </message>
    <message>
        <source>the answer is empty</source>
        <translation>回答中没有任何字符</translation>
    </message>
    <message>
        <source>of the checks, 0 to 1</source>
        <translation>检查的得分，0 到 1</translation>
    </message>
    <message>
        <source>score minus that of the baseline</source>
        <translation>得分减去基准的得分</translation>
    </message>
    <message>
        <source>tokens of the answer</source>
        <translation>回答的词元数</translation>
    </message>
    <message>
        <source>tokens of the prompt</source>
        <translation>提示词的词元数</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>seconds until the end, or 500ms</source>
        <translation>到结束的秒数，或如 500ms</translation>
    </message>
    <message>
        <source>seconds until the first token</source>
        <translation>到首个词元的秒数</translation>
    </message>
    <message>
        <source>tokens per second</source>
        <translation>每秒词元数</translation>
    </message>
    <message>
        <source>1 for the first one</source>
        <translation>第一次为 1</translation>
    </message>
    <message>
        <source>name of the model</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>title of the prompt</source>
        <translation>提示词标题</translation>
    </message>
    <message>
        <source>title of the variant</source>
        <translation>变体标题</translation>
    </message>
    <message>
        <source>title of the case</source>
        <translation>用例标题</translation>
    </message>
    <message>
        <source>text of the answer</source>
        <translation>回答文本</translation>
    </message>
    <message>
        <source>this check did not pass; or = passed, failed, error</source>
        <translation>此检查未通过；或 = passed、failed、error</translation>
    </message>
    <message>
        <source>1 for the first variant of the experiment</source>
        <translation>实验的第一个变体为 1</translation>
    </message>
    <message>
        <source>1 for the first prompt of the experiment</source>
        <translation>实验的第一个提示词为 1</translation>
    </message>
    <message>
        <source>an answer that the checks of the case name</source>
        <translation>用例的检查所给出的答案</translation>
    </message>
    <message>
        <source>value of this variable of the case</source>
        <translation>用例中此变量的值</translation>
    </message>
    <message>
        <source>a person rated the answer</source>
        <translation>回答已有人工评价</translation>
    </message>
    <message>
        <source>of a person, 0 to 1, or up or down</source>
        <translation>人工评价，0 到 1，或 up、down</translation>
    </message>
    <message>
        <source>a person gave the answer this tag</source>
        <translation>有人为回答加了此标记</translation>
    </message>
    <message>
        <source>text of a person&apos;s comment</source>
        <translation>人工评语的文本</translation>
    </message>
    <message>
        <source>not asked: the race was decided before</source>
        <translation>未请求：竞速此前已有定论</translation>
    </message>
    <message>
        <source>value of this key of the case&apos;s metadata</source>
        <translation>用例元数据中此键的值</translation>
    </message>
    <message>
        <source>an extracted field: right, wrong, missing, invented or ungrounded; * is any field</source>
        <translation>抽取的字段：right、wrong、missing、invented 或 ungrounded；* 表示任一字段</translation>
    </message>
</context>
<context>
    <name>Grader</name>
    <message>
        <source>the judge was not asked again; running the cell asks it</source>
        <translation>未重新询问评审模型；运行该单元格即会询问</translation>
    </message>
    <message>
        <source>the judge&apos;s reply was withheld by its endpoint</source>
        <translation>评审模型的回复被其端点拦截</translation>
    </message>
    <message>
        <source>the judge could not be asked: %1</source>
        <translation>无法询问评审模型：%1</translation>
    </message>
    <message>
        <source>the run was stopped before the judge replied</source>
        <translation>运行在评审模型回复前已停止</translation>
    </message>
    <message>
        <source>%1 (it was cut off at its token limit)</source>
        <translation>%1（在词元上限处被截断）</translation>
    </message>
</context>
<context>
    <name>GridHead</name>
    <message>
        <source>%1 pass (%2 of %3)</source>
        <translation>%1 通过（%2 / %3）</translation>
    </message>
    <message>
        <source>%1 … %2 %</source>
        <comment>from … to percent</comment>
        <translation>%1 … %2%</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>%1 better, %2 worse</source>
        <translation>%1 个更好，%2 个更差</translation>
    </message>
    <message>
        <source>%1 + %2 unknown</source>
        <translation>%1 + %2 个未知</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>中位数 %1</translation>
    </message>
    <message>
        <source>Δ score %1</source>
        <translation>Δ 得分 %1</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>All variants</source>
        <translation>所有变体</translation>
    </message>
    <message>
        <source>Input tokens of a request: %1least %2, median %3, 95 % at most %4, most %5.</source>
        <translation>单个请求的输入词元：%1最少 %2，中位数 %3，95% 不超过 %4，最多 %5。</translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) are longer than the context of %2 tokens.</source>
        <translation>
            <numerusform>%1 个请求超出 %2 个词元的上下文。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) have %2 input tokens or more, which have their own price.</source>
        <translation>
            <numerusform>%1 个请求有 %2 个或更多输入词元，这类请求另有价格。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Output: %2 tokens on average in %1 answer(s) of a pilot; the interval is that of the whole job, 95 % sure.</source>
        <translation>
            <numerusform>输出：抽样的 %1 个回答平均 %2 个词元；区间针对整个任务，置信度 95%。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Output: %2 tokens on average in %1 answer(s) of an earlier run; the interval takes them for a random sample, 95 % sure.</source>
        <translation>
            <numerusform>输出：以前运行的 %1 个回答平均 %2 个词元；区间把它们视为随机样本，置信度 95%。</numerusform>
        </translation>
    </message>
    <message>
        <source>Output: from nothing up to %1 tokens a request. A pilot or an earlier run narrows it.</source>
        <translation>输出：每个请求从零到 %1 个词元。抽样或以前的运行可缩小此范围。</translation>
    </message>
    <message>
        <source>Output: nothing limits it, so the cost is unknown. Set “Output at most”, or ask a pilot.</source>
        <translation>输出：不设上限，因此费用未知。请设置“输出上限”，或进行抽样。</translation>
    </message>
</context>
<context>
    <name>JsonFault</name>
    <message>
        <source>a JSON value was expected here</source>
        <translation>此处应为 JSON 值</translation>
    </message>
    <message>
        <source>the JSON text ends before its value does</source>
        <translation>JSON 文本在其值结束之前就终止了</translation>
    </message>
</context>
<context>
    <name>LabelStudy</name>
    <message>
        <source>At least two labels are needed, separated by commas.</source>
        <translation>需要至少两个标签，以逗号分隔。</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>It is not a file.</source>
        <translation>它不是文件。</translation>
    </message>
    <message>
        <source>Its folder does not exist and cannot be created.</source>
        <translation>其文件夹不存在且无法创建。</translation>
    </message>
    <message>
        <source>It is another program&apos;s database.</source>
        <translation>它是其他程序的数据库。</translation>
    </message>
    <message>
        <source>There is no run %1.</source>
        <translation>没有运行 %1。</translation>
    </message>
    <message>
        <source>It was written by a newer Tempera (version %1 of the ledger; this program knows %2).</source>
        <translation>它由较新的 Tempera 写入（账本版本 %1；本程序支持 %2）。</translation>
    </message>
    <message>
        <source>A stored token trace is damaged.</source>
        <translation>存储的词元轨迹已损坏。</translation>
    </message>
    <message>
        <source>A token trace was stored by a newer Tempera.</source>
        <translation>词元轨迹由较新的 Tempera 存储。</translation>
    </message>
    <message>
        <source>There is no ledger.</source>
        <translation>没有账本。</translation>
    </message>
    <message>
        <source>Another program is using it.</source>
        <translation>另一个程序正在使用它。</translation>
    </message>
    <message>
        <source>This run is under way in another program.</source>
        <translation>此运行正在另一个程序中进行。</translation>
    </message>
</context>
<context>
    <name>LocalModels</name>
    <message>
        <source>No model is named.</source>
        <translation>未指定模型。</translation>
    </message>
    <message>
        <source>No such file.</source>
        <translation>没有此文件。</translation>
    </message>
    <message>
        <source>These places were searched: %1.</source>
        <translation>已在 %1 中查找。</translation>
    </message>
    <message>
        <source>It contains no GGUF file.</source>
        <translation>其中没有 GGUF 文件。</translation>
    </message>
    <message>
        <source>It is in a folder of the library: remove the folder, or move the file away.</source>
        <translation>它位于资源库的某个文件夹中：请移除该文件夹，或将文件移到别处。</translation>
    </message>
</context>
<context>
    <name>LocalSettings</name>
    <message>
        <source>Threads must be 1 to %1, or 0 for automatic.</source>
        <translation>线程数为 1 到 %1，0 表示自动。</translation>
    </message>
    <message>
        <source>A context must have %1 to %2 tokens, or 0 for the model&apos;s own.</source>
        <translation>上下文为 %1 到 %2 词元，0 表示使用模型自身的长度。</translation>
    </message>
    <message>
        <source>A %1 KV cache needs flash attention: set that to automatic or on, or choose f16.</source>
        <translation>%1 缓存需要 flash attention：请将其设为自动或开启，或选择 f16。</translation>
    </message>
    <message>
        <source>GPU layers must be 0 to %1, or -1 for all.</source>
        <translation>GPU 层数为 0 到 %1，-1 表示全部。</translation>
    </message>
    <message>
        <source>“%1” is not a worker&apos;s address: write host:port.</source>
        <translation>“%1”不是工作节点：请写作 host:port。</translation>
    </message>
    <message>
        <source>1 to %1 models can be kept loaded.</source>
        <translation>可保留 1 到 %1 个模型。</translation>
    </message>
    <message>
        <source>The time until a model is unloaded must be at most %1 minutes.</source>
        <translation>卸载模型前的等待时间最长为 %1 分钟。</translation>
    </message>
    <message>
        <source>%1 to %2 alternatives per token can be stored.</source>
        <translation>每个词元可保留 %1 到 %2 个备选。</translation>
    </message>
</context>
<context>
    <name>ModelFacts</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>聊天模板</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Cannot be used: %1</source>
        <translation>无法使用：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s)</source>
        <translation>
            <numerusform>%1 个词元</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>低于 %1</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>The model has no chat template; %1 is used.</source>
        <translation>模型没有聊天模板；使用 %1。</translation>
    </message>
    <message>
        <source>This part of the JSON schema is not enforced during generation, only checked afterwards: %1.</source>
        <translation>JSON 模式中的以下内容在生成时不强制，只在之后检查：%1。</translation>
    </message>
    <message>
        <source>The answer does not follow its JSON schema: %1</source>
        <translation>答案不符合其 JSON 模式：%1</translation>
    </message>
    <message>
        <source>The model does not take %1; it was not sent.</source>
        <translation>该模型不接受 %1；未发送。</translation>
    </message>
    <message>
        <source>Not asked, because the race was decided before. Cases that it took: %1.</source>
        <translation>未请求，因为竞速此前已有定论。所用用例：%1。</translation>
    </message>
    <message>
        <source>The answer is from the cache. Saved: %1</source>
        <translation>回答来自缓存。节省：%1</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot; has no value; nothing was put in its place.</source>
        <translation>变量“%1”没有值；其位置未填入任何内容。</translation>
    </message>
    <message>
        <source>A script made this of the model&apos;s answer: %1</source>
        <translation>脚本由模型的回答生成了此内容，原回答：%1</translation>
    </message>
    <message>
        <source>Of several equal servers, this one answered: %1</source>
        <translation>在多台等同的服务器中，由此服务器回答：%1</translation>
    </message>
    <message>
        <source>The script&apos;s output was no text but data (%1); this is its JSON.</source>
        <translation>脚本的输出不是文本而是数据（%1）；此处为其 JSON。</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>prompt %1</source>
        <translation>提示词 %1</translation>
    </message>
    <message>
        <source>The experiment has no prompt.</source>
        <translation>实验没有提示词。</translation>
    </message>
    <message>
        <source>The experiment has no variant (no provider).</source>
        <translation>实验没有变体（没有提供方）。</translation>
    </message>
    <message>
        <source>The filter is not a regular expression: %1</source>
        <translation>筛选条件不是正则表达式：%1</translation>
    </message>
    <message>
        <source>There are more than %L1 cells.</source>
        <translation>单元超过 %L1 个。</translation>
    </message>
    <message>
        <source>No case is left to run.</source>
        <translation>没有可运行的用例。</translation>
    </message>
    <message>
        <source>Put literal braces between {% raw %} and {% endraw %}.</source>
        <translation>按字面使用的花括号要放在 {% raw %} 与 {% endraw %} 之间。</translation>
    </message>
    <message>
        <source>%1, message %2, line %3: %4</source>
        <translation>%1，第 %2 条消息，第 %3 行：%4</translation>
    </message>
    <message>
        <source>A local model takes text only; the prompt has an image or another part that is not text.</source>
        <translation>本地模型只接受文本；提示词中含有图片或其他非文本部分。</translation>
    </message>
    <message>
        <source>These are %L1 cells, which do not fit into the %L2 MB of memory that are free. Run a part of the cases at a time.</source>
        <translation>共有 %L1 个单元，可用的 %L2 MB 内存放不下。请每次只运行一部分用例。</translation>
    </message>
    <message>
        <source>(With metadata.tempera.data: text, a case&apos;s values are used as they are.)</source>
        <translation>（设置 metadata.tempera.data: text 后，用例的值按原样使用。）</translation>
    </message>
    <message>
        <source>With its variables filled in, the message is no list of parts in JSON.</source>
        <translation>填入变量后，消息不是由各部分组成的 JSON 列表。</translation>
    </message>
    <message>
        <source>The values could not be transformed: %1</source>
        <translation>无法转换这些值：%1</translation>
    </message>
    <message>
        <source>transformVars must give a map.</source>
        <translation>transformVars 必须给出映射。</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot; has no value: %2</source>
        <translation>变量“%1”没有值：%2</translation>
    </message>
    <message>
        <source>its script gave no output.</source>
        <translation>其脚本没有输出。</translation>
    </message>
    <message>
        <source>The prompt&apos;s function failed: %1</source>
        <translation>提示词的函数失败：%1</translation>
    </message>
    <message>
        <source>A race needs the same cells for every case; here some tests have prompts, providers or repeats of their own.</source>
        <translation>竞速要求每个用例的单元都相同；而此处有些测试有自己的提示词、提供方或重复次数。</translation>
    </message>
    <message>
        <source>A race takes the cases in an order of its own; here cells use the answers of earlier ones.</source>
        <translation>竞速按自己的顺序处理用例；而此处有单元使用较早单元的回答。</translation>
    </message>
</context>
<context>
    <name>PresetImport</name>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>This is not text in UTF-8.</source>
        <translation>这不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>This is not a JSON object.</source>
        <translation>这不是 JSON 对象。</translation>
    </message>
    <message numerus="yes">
        <source>The file holds %n presets; one at a time can be imported.</source>
        <translation>
            <numerusform>文件中有 %n 个预设；一次只能导入一个。</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not a preset of LM Studio, llama-server, SillyTavern or KoboldAI.</source>
        <translation>这不是 LM Studio、llama-server、SillyTavern 或 KoboldAI 的预设。</translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message>
        <source>price %1 in it cannot be read</source>
        <translation>其中的价格 %1 无法读取</translation>
    </message>
    <message>
        <source>the list of prices is too large</source>
        <translation>价格列表过大</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>cached input</source>
        <translation>缓存输入</translation>
    </message>
    <message>
        <source>written into the cache</source>
        <translation>写入缓存</translation>
    </message>
    <message>
        <source>written into the cache for an hour</source>
        <translation>写入缓存（一小时）</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>audio input</source>
        <translation>音频输入</translation>
    </message>
    <message>
        <source>audio output</source>
        <translation>音频输出</translation>
    </message>
    <message>
        <source>%1, from %2 input tokens on</source>
        <translation>%1，自 %2 个输入词元起</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>there is no price in it that can be read; LiteLLM&apos;s list of models is expected</source>
        <translation>其中没有可读取的价格；应为 LiteLLM 的模型列表</translation>
    </message>
    <message>
        <source>an address of https is needed</source>
        <translation>需要 https 地址</translation>
    </message>
</context>
<context>
    <name>PromptReview</name>
    <message>
        <source>This is not a valid template: %1</source>
        <translation>这不是有效的模板：%1</translation>
    </message>
    <message>
        <source>The prompt is empty.</source>
        <translation>提示词为空。</translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation>消息为空。</translation>
    </message>
    <message>
        <source>{%1} is sent literally. Write {{ %1 }} for the value of the variable.</source>
        <translation>{%1} 会原样发送。变量的值应写作 {{ %1 }}。</translation>
    </message>
    <message>
        <source>There is no filter &quot;%1&quot;.</source>
        <translation>没有名为“%1”的过滤器。</translation>
    </message>
    <message>
        <source>There is no test &quot;%1&quot;.</source>
        <translation>没有名为“%1”的测试。</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot; has no value.</source>
        <translation>变量“%1”没有值。</translation>
    </message>
    <message>
        <source>(case %1)</source>
        <translation>（用例 %1）</translation>
    </message>
    <message>
        <source>(cases: %1, the first is case %2)</source>
        <translation>（用例数：%1，第一个为用例 %2）</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>第 %1 条消息</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>QTableView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>Race</name>
    <message>
        <source>A race compares variants, and there is only one.</source>
        <translation>竞速比较的是变体，而这里只有一个。</translation>
    </message>
    <message>
        <source>A race needs several cases.</source>
        <translation>竞速需要多个用例。</translation>
    </message>
    <message>
        <source>A race compares what the checks say, and there are no checks.</source>
        <translation>竞速比较的是检查的结果，而这里没有检查。</translation>
    </message>
    <message>
        <source>A race needs the same cells for every case; here some tests have prompts, providers or repeats of their own.</source>
        <translation>竞速要求每个用例的单元都相同；而此处有些测试有自己的提示词、提供方或重复次数。</translation>
    </message>
    <message>
        <source>A race takes the cases in an order of its own; here cells use the answers of earlier ones.</source>
        <translation>竞速按自己的顺序处理用例；而此处有单元使用较早单元的回答。</translation>
    </message>
</context>
<context>
    <name>RaceText</name>
    <message numerus="yes">
        <source>%1 of %2 case(s)</source>
        <translation>
            <numerusform>%2 个用例中的 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 not told apart</source>
        <translation>%1 与 %2 未能区分开</translation>
    </message>
    <message>
        <source>%1 better</source>
        <translation>%1 更好</translation>
    </message>
    <message>
        <source>%1 better than %2</source>
        <translation>%1 优于 %2</translation>
    </message>
    <message>
        <source>%1 worse than %2</source>
        <translation>%1 差于 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between what is said of two pairs of a race</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>about %1 (%2–%3)</source>
        <translation>约 %1（%2–%3）</translation>
    </message>
    <message numerus="yes">
        <source>%1 cell(s)</source>
        <translation>
            <numerusform>%1 个单元</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 and about %3 saved.</source>
        <translation>节省 %1、%2 和约 %3。</translation>
    </message>
    <message>
        <source>%1 and %2 saved.</source>
        <translation>节省 %1和 %2。</translation>
    </message>
    <message>
        <source>%1 and about %2 saved.</source>
        <translation>节省 %1和约 %2。</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>节省 %1。</translation>
    </message>
    <message>
        <source>How much money that is is not known.</source>
        <translation>这合多少费用尚不清楚。</translation>
    </message>
    <message>
        <source>Of the cases in which two variants differ, b that the second wins and c that it loses: E = 2^(b + c)·B(b + 1, c + 1), the mixture over all coins against the fair one (Robbins, Annals of Mathematical Statistics 41, 1970).</source>
        <translation>在两个变体有差异的用例中，第二个胜 b 个、负 c 个：E = 2^(b + c)·B(b + 1, c + 1)，即所有硬币的混合相对于公平硬币（Robbins，Annals of Mathematical Statistics 41，1970）。</translation>
    </message>
    <message>
        <source>Of the differences d of a case, each the mean over its repeats: x = (d + 1)/2, and E is the capital of hedged bets that the mean of x is not ½ (Waudby-Smith, Ramdas, JRSS B 86, 2024, §4.4).</source>
        <translation>用例的差值 d 各取其重复的均值：x = (d + 1)/2，E 为对“x 的均值不是 ½”所下对冲赌注的资本（Waudby-Smith、Ramdas，JRSS B 86，2024，§4.4）。</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已有定论</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>尚无定论</translation>
    </message>
    <message>
        <source>%1 against %2: highest e-value %3, %4. Cases: %5 better, %6 worse, %7 equal.</source>
        <translation>%1 对比 %2：最高 e 值 %3，%4。用例：%5 个更好，%6 个更差，%7 个相等。</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>竞速</translation>
    </message>
    <message>
        <source>The cases are run in random order, each with all its variants, and the race looks after every case. %1</source>
        <translation>用例按随机顺序运行，每个用例运行其所有变体，竞速在每个用例之后查看结果。%1</translation>
    </message>
    <message>
        <source>Over the pairs the highest e-values are read as Holm reads p-values: of m pairs that are open the largest has to reach m/α, with α = %1. However often it is looked at, the chance to call any difference that is none is at most α (Ville&apos;s inequality).</source>
        <translation>对各对的最高 e 值，按 Holm 判读 p 值的方式判读：m 对尚无定论时，其中最大的须达到 m/α，α = %1。无论查看多少次，把并不存在的差异判为差异的概率都不超过 α（Ville 不等式）。</translation>
    </message>
    <message>
        <source>Saved money: cells that were not needed times the mean cost of those of the same variant that ran; the interval (95 %, normal approximation) is that of a sum of so many cells about that mean.</source>
        <translation>节省的费用：无需运行的单元数乘以同一变体已运行单元的平均费用；区间（95%，正态近似）为围绕该均值的同样多单元之和的区间。</translation>
    </message>
    <message>
        <source>Not decided after %1.</source>
        <translation>%1之后尚无定论。</translation>
    </message>
    <message>
        <source>Not decided after %1: %2.</source>
        <translation>%1之后尚无定论：%2。</translation>
    </message>
    <message>
        <source>Decided after %1: %2.</source>
        <translation>%1之后已有定论：%2。</translation>
    </message>
    <message>
        <source>race: decided after %1</source>
        <translation>竞速：%1之后已有定论</translation>
    </message>
    <message>
        <source>race: %1, e-value %2 of %3</source>
        <translation>竞速：%1，e 值 %2，需 %3</translation>
    </message>
</context>
<context>
    <name>RenderedPane</name>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message numerus="yes">
        <source>… and %1 more character(s)</source>
        <translation>
            <numerusform>… 另有 %1 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>[%1, %2]</source>
        <translation>[%1，%2]</translation>
    </message>
    <message>
        <source>[image at %1]</source>
        <translation>[图片：%1]</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>not evaluated</source>
        <translation>未评估</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Not evaluated</source>
        <translation>未评估</translation>
    </message>
    <message>
        <source>Tokens in → out</source>
        <translation>词元 输入 → 输出</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>First token, ms</source>
        <translation>首个词元（毫秒）</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Pass rate</source>
        <translation>通过率</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Scores of the same cases are compared. Where there are several pairs, decisions are corrected for that (Holm, above ten pairs Benjamini-Hochberg).</source>
        <translation>比较的是相同用例的得分。有多对时，判定会作多重比较校正（Holm；超过十对时用 Benjamini-Hochberg）。</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>有差异</translation>
    </message>
    <message>
        <source>Words in a case or an answer</source>
        <translation>用例或回答中的词</translation>
    </message>
    <message>
        <source>Mark what differs from the baseline</source>
        <translation>标记与基准不同之处</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基准</translation>
    </message>
    <message numerus="yes">
        <source>In %1 answer(s) that differ from the baseline nothing is marked: they are too long, or came after the first %2.</source>
        <translation>
            <numerusform>%1 个与基准不同的回答未作标记：它们过长，或排在前 %2 个之后。</numerusform>
        </translation>
    </message>
    <message>
        <source>With the 95 % interval, clustered by case.</source>
        <translation>附 95% 置信区间，按用例聚类。</translation>
    </message>
    <message>
        <source>No check said anything of an answer.</source>
        <translation>没有检查对任何回答给出结果。</translation>
    </message>
    <message>
        <source>good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>差</translation>
    </message>
    <message>
        <source>A person says: %1</source>
        <translation>人工评价：%1</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Sum over the cases</source>
        <translation>所有用例之和</translation>
    </message>
</context>
<context>
    <name>ResultFile</name>
    <message>
        <source>the file is larger than the %1 MB that are read of results</source>
        <translation>文件超过结果文件可读取的 %1 MB</translation>
    </message>
    <message>
        <source>there is no result in this file</source>
        <translation>此文件中没有结果</translation>
    </message>
    <message>
        <source>this is no whole JSON: %1</source>
        <translation>这不是完整的 JSON：%1</translation>
    </message>
    <message>
        <source>this is no file of results: it has no list &quot;results.results&quot;</source>
        <translation>这不是结果文件：其中没有列表“results.results”</translation>
    </message>
    <message>
        <source>these results are of version %1; versions %2 to %3 are read</source>
        <translation>这些结果的版本为 %1；可读取版本 %2 到 %3</translation>
    </message>
    <message>
        <source>there are more than the %1 results that are read</source>
        <translation>结果超过可读取的 %1 个</translation>
    </message>
    <message>
        <source>result %1 cannot be understood: %2</source>
        <translation>无法理解第 %1 个结果：%2</translation>
    </message>
    <message>
        <source>it does not say which provider answered</source>
        <translation>未说明由哪个提供方回答</translation>
    </message>
    <message>
        <source>&quot;vars&quot; must be a map of variables</source>
        <translation>“vars”必须是变量的映射</translation>
    </message>
</context>
<context>
    <name>Resume</name>
    <message>
        <source>the settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>case %1</source>
        <translation>用例 %1</translation>
    </message>
    <message>
        <source>prompt %1</source>
        <translation>提示词 %1</translation>
    </message>
    <message>
        <source>the text that is asked</source>
        <translation>请求的文本</translation>
    </message>
    <message>
        <source>the values of the case</source>
        <translation>用例的值</translation>
    </message>
    <message>
        <source>the prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>cells: %1 then, %2 now</source>
        <translation>单元格：当时 %1，现在 %2</translation>
    </message>
    <message>
        <source>cases: %1 then, %2 now</source>
        <translation>用例：当时 %1，现在 %2</translation>
    </message>
    <message>
        <source>prompts: %1 then, %2 now</source>
        <translation>提示词：当时 %1，现在 %2</translation>
    </message>
    <message>
        <source>variants: %1 then, %2 now</source>
        <translation>变体：当时 %1，现在 %2</translation>
    </message>
    <message>
        <source>repeats: %1 then, %2 now</source>
        <translation>重复次数：当时 %1，现在 %2</translation>
    </message>
    <message>
        <source>%1 has other checks</source>
        <translation>%1 的检查已不同</translation>
    </message>
    <message>
        <source>The run is finished: no cell is left to ask.</source>
        <translation>运行已完成：没有剩余的单元格需要请求。</translation>
    </message>
    <message>
        <source>the messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>chat or continuation</source>
        <translation>对话或续写</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>the name of the token limit</source>
        <translation>词元上限的名称</translation>
    </message>
    <message>
        <source>strict mode</source>
        <translation>严格模式</translation>
    </message>
    <message>
        <source>The run cannot be resumed because its experiment has changed: %1. Nothing was asked.</source>
        <translation>无法恢复运行，因为其实验已更改：%1。未发送任何请求。</translation>
    </message>
    <message>
        <source>%1 is no longer in it</source>
        <translation>其中不再包含 %1</translation>
    </message>
    <message>
        <source>%1 would be asked differently (%2)</source>
        <translation>%1 的请求方式已不同（%2）</translation>
    </message>
    <message>
        <source>This run asked only some of the cells; what is missing can be run from the window.</source>
        <translation>此运行只请求了部分单元格；缺少的可在窗口中运行。</translation>
    </message>
    <message>
        <source>the prompts are others</source>
        <translation>提示词已不同</translation>
    </message>
</context>
<context>
    <name>RunChanges</name>
    <message>
        <source>what all cases share</source>
        <translation>所有用例共有的内容</translation>
    </message>
    <message>
        <source>changed since: %1</source>
        <translation>此后更改：%1</translation>
    </message>
    <message>
        <source>added since: %1</source>
        <translation>此后添加：%1</translation>
    </message>
    <message>
        <source>removed since: %1</source>
        <translation>此后移除：%1</translation>
    </message>
    <message>
        <source>nothing has changed since</source>
        <translation>此后没有更改</translation>
    </message>
    <message>
        <source>prompts %1</source>
        <translation>提示词 %1</translation>
    </message>
    <message>
        <source>variants %1</source>
        <translation>变体 %1</translation>
    </message>
    <message>
        <source>cases %1</source>
        <translation>用例 %1</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Reviews and capitals</source>
        <translation>评论与首都</translation>
    </message>
    <message>
        <source>Stories and products</source>
        <translation>故事与产品</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Fields as JSON</source>
        <translation>JSON 字段</translation>
    </message>
    <message>
        <source>Sentences rewritten</source>
        <translation>句子改写</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>The cost of a job</source>
        <translation>一项任务的费用</translation>
    </message>
</context>
<context>
    <name>SamplingPresets</name>
    <message>
        <source>Deterministic</source>
        <translation>确定性</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>谨慎</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>创意</translation>
    </message>
    <message>
        <source>Wild</source>
        <translation>奔放</translation>
    </message>
    <message>
        <source>Constant surprise</source>
        <translation>均匀意外度</translation>
    </message>
    <message>
        <source>llama.cpp&apos;s defaults</source>
        <translation>llama.cpp 的默认值</translation>
    </message>
</context>
<context>
    <name>Scoring</name>
    <message>
        <source>Only local models can score a given text; answers of this one come with the most likely tokens at best.</source>
        <translation>只有本地模型能给出指定文本的概率；此模型的回答最多附带最可能的词元。</translation>
    </message>
</context>
<context>
    <name>Script</name>
    <message>
        <source>It was stopped after %1 ms.</source>
        <translation>它在 %1 毫秒后被停止。</translation>
    </message>
    <message>
        <source>It needs more than %1 MiB of memory.</source>
        <translation>它需要超过 %1 MiB 的内存。</translation>
    </message>
    <message>
        <source>It waits for something that never happens: there are no timers and no input here.</source>
        <translation>它在等待永远不会发生的事：此处没有定时器，也没有输入。</translation>
    </message>
    <message>
        <source>It is nested too deep.</source>
        <translation>嵌套过深。</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>已被停止。</translation>
    </message>
    <message>
        <source>It returned nothing.</source>
        <translation>它没有返回任何内容。</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>The provider&apos;s script failed: %1</source>
        <translation>提供方脚本失败：%1</translation>
    </message>
    <message>
        <source>(Scripts run alone: they have no modules, files, network or processes, and no process.env.)</source>
        <translation>（脚本独立运行：没有模块、文件、网络或进程，也没有 process.env。）</translation>
    </message>
    <message>
        <source>The provider&apos;s script answered with an error: %1</source>
        <translation>提供方脚本返回了错误：%1</translation>
    </message>
    <message>
        <source>The provider&apos;s script gave no output.</source>
        <translation>提供方脚本没有给出输出。</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>No local model can be found here: %1</source>
        <translation>此处找不到本地模型：%1</translation>
    </message>
    <message>
        <source>This version does not support the provider &quot;%1&quot;.</source>
        <translation>此版本无法运行提供方“%1”。</translation>
    </message>
    <message>
        <source>A run is in progress; stop it first.</source>
        <translation>有运行正在进行；请先停止它。</translation>
    </message>
    <message>
        <source>There is no such answer.</source>
        <translation>没有这个回答。</translation>
    </message>
    <message>
        <source>Only an answer of a local model can be continued from one of its tokens.</source>
        <translation>只有本地模型的回答才能从其中某个词元处续写。</translation>
    </message>
    <message>
        <source>The answer has no such token.</source>
        <translation>回答中没有这个词元。</translation>
    </message>
    <message>
        <source>No cell is left to run: all have answers.</source>
        <translation>没有可运行的单元：全部已有答案。</translation>
    </message>
    <message>
        <source>The answer is being read from the ledger.</source>
        <translation>正在从账本读取回答。</translation>
    </message>
    <message>
        <source>The run was stopped.</source>
        <translation>运行已停止。</translation>
    </message>
    <message>
        <source>A race is run over all cells.</source>
        <translation>竞速须对所有单元运行。</translation>
    </message>
    <message>
        <source>This run is not stored.</source>
        <translation>此次运行不会保留。</translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Address from</source>
        <translation>地址来源</translation>
    </message>
    <message>
        <source>Form of the prompt</source>
        <translation>提示词的形式</translation>
    </message>
    <message>
        <source>continuation</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Only with the prompts</source>
        <translation>仅用于提示词</translation>
    </message>
</context>
<context>
    <name>ShareText</name>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>%1 % interval %2 … %3 points</source>
        <translation>%1% 区间 %2 … %3 个百分点</translation>
    </message>
    <message>
        <source>%1 % interval %2 … %3</source>
        <translation>%1% 区间 %2 … %3</translation>
    </message>
    <message>
        <source>too few cases to say more</source>
        <translation>用例太少，无法得出更多结论</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>尚无定论</translation>
    </message>
    <message>
        <source>%1 is better</source>
        <translation>%1 更好</translation>
    </message>
    <message>
        <source>equal within %1 points</source>
        <translation>相差不超过 %1 个百分点，视为相等</translation>
    </message>
    <message>
        <source>equal within %1</source>
        <translation>相差不超过 %1，视为相等</translation>
    </message>
    <message numerus="yes">
        <source>about %1 case(s) would show %2 points</source>
        <translation>
            <numerusform>约 %1 个用例可显示出 %2 个百分点的差异</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %1 case(s) would show a difference of %2</source>
        <translation>
            <numerusform>约 %1 个用例可显示出 %2 的差异</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 better in %2, worse in %3 of %4 case(s)</source>
        <translation>
            <numerusform>%1 在 %4 个用例中有 %2 个更好，%3 个更差</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) left out, without a result of one of the two</source>
        <translation>
            <numerusform>略去 %1 个用例，其中一方没有结果</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) can show differences of %2 points and more</source>
        <translation>
            <numerusform>%1 个用例可显示出 %2 个百分点及以上的差异</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) can show differences of %2 and more</source>
        <translation>
            <numerusform>%1 个用例可显示出 %2 及以上的差异</numerusform>
        </translation>
    </message>
    <message>
        <source>the ranking is not decisive: no two variants are told apart</source>
        <translation>排名没有定论：没有任何两个变体能区分开</translation>
    </message>
    <message>
        <source>%1 is better than every other variant</source>
        <translation>%1 优于其他所有变体</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 pair(s) of variants are told apart; none leads</source>
        <translation>
            <numerusform>%2 对变体中有 %1 对能区分开；没有领先者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 preferred in %2, %3 in %4 of %5 pair(s), %6 of them tied</source>
        <translation>
            <numerusform>%5 对中有 %2 对选择 %1，%4 对选择 %3，其中 %6 对不分上下</numerusform>
        </translation>
    </message>
    <message>
        <source>of those that differ the share of %1 lies within %2 … %3 % (%4 %, valid at any time)</source>
        <translation>在分出上下的各对中，%1 的占比在 %2 … %3% 之间（%4%，随时有效）</translation>
    </message>
    <message>
        <source>decided: %1 is preferred</source>
        <translation>已有定论：更偏好 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 agrees with people in %2 % of %3 answer(s); κ %4, 95 % interval %5 … %6</source>
        <translation>
            <numerusform>%1 在 %3 个回答的 %2% 上与人工一致；κ %4，95% 区间 %5 … %6</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: checks alone %2 %; people %3 % of %4 case(s); checks put right by people (PPI++) %5 %, 95 % interval %6 … %7 %</source>
        <translation>
            <numerusform>%1：仅检查 %2%；人工为 %4 个用例的 %3%；经人工校正的检查 (PPI++) %5%，95% 区间 %6 … %7%</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::AdviceModel</name>
    <message>
        <source>Saves</source>
        <translation>节省</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>措施</translation>
    </message>
</context>
<context>
    <name>Tempera::AlternativesModel</name>
    <message>
        <source>in the answer</source>
        <translation>在回答中</translation>
    </message>
    <message>
        <source>would be drawn</source>
        <translation>将被抽中</translation>
    </message>
    <message>
        <source>cut by %1</source>
        <translation>被 %1 截去</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>rest of the vocabulary</source>
        <translation>词表的其余部分</translation>
    </message>
</context>
<context>
    <name>Tempera::AnswerColumns</name>
    <message>
        <source>Rename a variant</source>
        <translation>重命名变体</translation>
    </message>
    <message>
        <source>baseline: %1</source>
        <translation>基准：%1</translation>
    </message>
</context>
<context>
    <name>Tempera::AnswerViewMenu</name>
    <message>
        <source>Show Ans&amp;wers</source>
        <translation>显示回答(&amp;W)</translation>
    </message>
    <message>
        <source>With Lines &amp;Wrapped</source>
        <translation>自动换行(&amp;W)</translation>
    </message>
    <message>
        <source>As Rendered &amp;Markdown</source>
        <translation>渲染为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>As &amp;Raw Text</source>
        <translation>原始文本(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Tempera::BaselineRuns</name>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
</context>
<context>
    <name>Tempera::BatchViews</name>
    <message>
        <source>Submit as &amp;Batch…</source>
        <translation>作为批处理提交(&amp;B)…</translation>
    </message>
    <message>
        <source>Batc&amp;hes…</source>
        <translation>批处理(&amp;H)…</translation>
    </message>
    <message>
        <source>Send all cells together to be answered within a day at a lower price</source>
        <translation>将所有单元格一并发送，以较低价格在一天之内得到回答</translation>
    </message>
    <message>
        <source>How far batches are that were sent; fetch their answers</source>
        <translation>已发送批处理的进度；获取其回答</translation>
    </message>
    <message>
        <source>Not all batches of this run are over yet. Their answers can be fetched together when they are.</source>
        <translation>此运行的批处理尚未全部结束。全部结束后可一并获取其回答。</translation>
    </message>
</context>
<context>
    <name>Tempera::BatchesDialog</name>
    <message>
        <source>Batches</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>Batches are answered within a day, and asked for now and then while the window is open. They stand in the ledger: the window may be closed meanwhile.</source>
        <translation>批处理在一天之内得到回答；窗口打开时会不时查询其进度。它们记在账本中：期间可以关闭窗口。</translation>
    </message>
    <message>
        <source>No batch was sent yet. Run → Submit as Batch… sends the open experiment to its providers at batch price, and its answers are fetched here.</source>
        <translation>尚未发送任何批处理。运行 → 作为批处理提交… 会按批处理价格将打开的实验发送给其提供方，其回答在此处获取。</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Answers that are merged</source>
        <translation>正在合并的回答</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a batch and what went wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Batches that were sent</source>
        <translation>已发送的批处理</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>表格的列</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Asks the providers how far the batches are (F5)</source>
        <translation>向提供方查询批处理的进度 (F5)</translation>
    </message>
    <message>
        <source>&amp;Fetch Answers</source>
        <translation>获取回答(&amp;F)</translation>
    </message>
    <message>
        <source>Merges the answers of all batches of this run into it, and judges them</source>
        <translation>将此运行所有批处理的回答合并到其中，并进行评判</translation>
    </message>
    <message>
        <source>&amp;Cancel Batch…</source>
        <translation>取消批处理(&amp;C)…</translation>
    </message>
    <message>
        <source>Ends what is under way (Delete)</source>
        <translation>结束正在进行的批处理 (Delete)</translation>
    </message>
    <message>
        <source>&amp;Show Run</source>
        <translation>显示运行(&amp;S)</translation>
    </message>
    <message>
        <source>Shows the run of this batch in the window (Enter)</source>
        <translation>在窗口中显示此批处理的运行 (Enter)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Stops judging; what is merged by then stays</source>
        <translation>停止评判；已合并的内容会保留</translation>
    </message>
    <message>
        <source>Cancel Batch</source>
        <translation>取消批处理</translation>
    </message>
    <message>
        <source>The batch is cancelled. What was answered by then must be paid and can be fetched; the rest is not asked.</source>
        <translation>批处理将被取消。届时已回答的部分仍须付费并可获取；其余不再询问。</translation>
    </message>
    <message>
        <source>&amp;Cancel the Batch</source>
        <translation>取消批处理(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Let It Go On</source>
        <translation>让它继续(&amp;L)</translation>
    </message>
</context>
<context>
    <name>Tempera::BatchesModel</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation>最近查询</translation>
    </message>
    <message>
        <source>Estimated cost</source>
        <translation>估计费用</translation>
    </message>
    <message>
        <source>%1, fetched</source>
        <translation>%1，已获取</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>The program ended while this batch was sent. Whether the provider has it is not known; its run there is named %1.</source>
        <translation>发送此批处理时程序已结束。不清楚提供方是否已有它；其运行在那里的名称为 %1。</translation>
    </message>
    <message>
        <source>The provider&apos;s name for it: %1</source>
        <translation>提供方对它的命名：%1</translation>
    </message>
</context>
<context>
    <name>Tempera::BiasEditor</name>
    <message>
        <source>Token or text</source>
        <translation>词元或文本</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Add a bias</source>
        <translation>添加偏置</translation>
    </message>
    <message>
        <source>Remove the selected bias</source>
        <translation>移除所选偏置</translation>
    </message>
    <message>
        <source>never</source>
        <translation>禁止</translation>
    </message>
    <message>
        <source>Row %1 is ignored: it needs a text, and a number or &quot;never&quot;.</source>
        <translation>第 %1 行尚未生效：需要一个文本，以及一个数或“禁止”。</translation>
    </message>
    <message>
        <source>A text, or # and a token&apos;s id. &quot;never&quot; bans it.</source>
        <translation>文本，或 # 加词元的 id。“禁止”表示不允许出现。</translation>
    </message>
</context>
<context>
    <name>Tempera::BlindDialog</name>
    <message>
        <source>Blind A/B</source>
        <translation>A/B 盲评</translation>
    </message>
    <message>
        <source>&amp;Blind A/B…</source>
        <translation>A/B 盲评(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>开始(&amp;B)</translation>
    </message>
    <message>
        <source>Show the &amp;Result</source>
        <translation>显示结果(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;with</source>
        <translation>与(&amp;W)</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>评判结果</translation>
    </message>
    <message>
        <source>Judged pairs</source>
        <translation>已评判的对</translation>
    </message>
    <message>
        <source>&amp;Judge On</source>
        <translation>继续评判(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>There have to be answers of two variants, or to two prompts, before they can be compared.</source>
        <translation>须先有两个变体的回答，或对两个提示词的回答，才能进行比较。</translation>
    </message>
    <message>
        <source>Choose two that differ.</source>
        <translation>请选择两个不同的项。</translation>
    </message>
    <message>
        <source>%1 pairs are judged, %2 are left. You will see two answers to one case, in random order and on random sides, and say which is better: 1 or ← left, 2 or → right, 3 or ↓ neither, S skip, Backspace undo. Answers that are the same text count as ties and are not shown. You may stop as soon as it is decided; what is judged is kept.</source>
        <translation>已评判 %1 对，还剩 %2 对。您会看到同一用例的两个回答，先后顺序和左右位置都是随机的，请指出哪个更好：1 或 ← 左侧，2 或 → 右侧，3 或 ↓ 两者皆非，S 跳过，退格键撤销。文本相同的回答计为平局，不会显示。一有定论即可停止；已评判的会保留。</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>The left side was preferred %1 times, the right side %2 times; %3 pairs were skipped</source>
        <translation>偏好左侧 %1 次，偏好右侧 %2 次；跳过 %3 对</translation>
    </message>
    <message>
        <source>Of these pairs, the score of the checks</source>
        <translation>这些对中，检查的得分</translation>
    </message>
    <message>
        <source>Rated answers are being read…</source>
        <translation>正在读取已评价的回答…</translation>
    </message>
</context>
<context>
    <name>Tempera::BlindPage</name>
    <message>
        <source>Two answers without names</source>
        <translation>两个匿名的回答</translation>
    </message>
    <message>
        <source>Left answer</source>
        <translation>左侧回答</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>右侧回答</translation>
    </message>
    <message>
        <source>Left is better (1)</source>
        <translation>左侧更好 (1)</translation>
    </message>
    <message>
        <source>Neither (3)</source>
        <translation>两者皆非 (3)</translation>
    </message>
    <message>
        <source>Right is better (2)</source>
        <translation>右侧更好 (2)</translation>
    </message>
    <message>
        <source>Skip (S)</source>
        <translation>跳过 (S)</translation>
    </message>
    <message>
        <source>Undo (Backspace)</source>
        <translation>撤销 (退格键)</translation>
    </message>
    <message>
        <source>Show the Result</source>
        <translation>显示结果</translation>
    </message>
    <message>
        <source>Pairs judged</source>
        <translation>已评判的对数</translation>
    </message>
    <message>
        <source>The answers are being read…</source>
        <translation>正在读取回答…</translation>
    </message>
    <message>
        <source>%1 of %2 pairs</source>
        <translation>%1 / %2 对</translation>
    </message>
    <message numerus="yes">
        <source>%1 pair(s) of the same text were taken as ties</source>
        <translation>
            <numerusform>%1 对文本相同，计为平局</numerusform>
        </translation>
    </message>
    <message>
        <source>enough: decided. You may show the result or go on</source>
        <translation>已足够：已有定论。可以显示结果，也可以继续</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>尚无定论</translation>
    </message>
</context>
<context>
    <name>Tempera::BudgetsPage</name>
    <message>
        <source>A request starts only if the most that it may cost fits beside what the ledger says was spent and what is under way. All runs of this program count, in US dollars.</source>
        <translation>只有请求可能的最高费用加上账本所记的花费和进行中的请求仍在限额内时，才会开始该请求。本程序的所有运行都计入，以美元计。</translation>
    </message>
    <message>
        <source>Limit of a day, in US dollars</source>
        <translation>每天的上限（美元）</translation>
    </message>
    <message>
        <source>Limit of a month, in US dollars</source>
        <translation>每月的上限（美元）</translation>
    </message>
    <message>
        <source>A &amp;day $</source>
        <translation>每天 $(&amp;D)</translation>
    </message>
    <message>
        <source>A &amp;month $</source>
        <translation>每月 $(&amp;M)</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不设上限</translation>
    </message>
    <message>
        <source>Endpoint: a provider of the catalog, or a host</source>
        <translation>端点：目录中的提供方，或主机</translation>
    </message>
    <message>
        <source>Limit of the endpoint for a month, in US dollars</source>
        <translation>端点每月的上限（美元）</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Limits of endpoints</source>
        <translation>各端点的上限</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>No endpoint has a limit of its own.</source>
        <translation>没有端点单独设有上限。</translation>
    </message>
</context>
<context>
    <name>Tempera::CacheDialog</name>
    <message>
        <source>Response Cache</source>
        <translation>响应缓存</translation>
    </message>
    <message>
        <source>A hosted model is not asked twice for the same: where temperature 0 or a seed says that the same response is wanted, the one that is kept is taken, and costs nothing.</source>
        <translation>同样的内容不会向托管模型请求两次：如果温度为 0 或设有种子，表明需要相同的响应，则使用保留的响应，不产生费用。</translation>
    </message>
    <message>
        <source>Search in prompts, responses and models</source>
        <translation>在提示词、响应和模型中搜索</translation>
    </message>
    <message>
        <source>Responses that are kept</source>
        <translation>保留的响应</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>表格的列</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete &amp;All…</source>
        <translation>全部删除(&amp;A)…</translation>
    </message>
    <message numerus="yes">
        <source>Only the newest %1 response(s) are listed.</source>
        <translation>
            <numerusform>仅列出最近的 %1 个响应。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is kept yet.</source>
        <translation>尚未保留任何内容。</translation>
    </message>
    <message>
        <source>Nothing that is kept fits.</source>
        <translation>没有符合条件的保留内容。</translation>
    </message>
    <message>
        <source>Delete All Responses</source>
        <translation>删除所有响应</translation>
    </message>
    <message numerus="yes">
        <source>%1 kept response(s) are deleted. What is asked again then is paid again. Runs in the ledger stay as they are.</source>
        <translation>
            <numerusform>将删除 %1 个保留的响应。此后再次请求的内容会再次计费。账本中的运行保持不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete &amp;All</source>
        <translation>全部删除(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Tempera::CacheModel</name>
    <message>
        <source>%1 in, %2 out</source>
        <comment>tokens</comment>
        <translation>输入 %1，输出 %2</translation>
    </message>
    <message>
        <source>Answered at %1</source>
        <translation>回答端点：%1</translation>
    </message>
    <message>
        <source>Its cost: %1</source>
        <translation>费用：%1</translation>
    </message>
    <message>
        <source>Last used %1</source>
        <translation>上次使用：%1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>节省</translation>
    </message>
</context>
<context>
    <name>Tempera::CaseSwitcher</name>
    <message>
        <source>Previous Case</source>
        <translation>上一个用例</translation>
    </message>
    <message>
        <source>Next Case</source>
        <translation>下一个用例</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Compared case</source>
        <translation>要比较的用例</translation>
    </message>
    <message>
        <source>Compared repeat</source>
        <translation>要比较的重复</translation>
    </message>
    <message>
        <source>No variables: one case</source>
        <translation>无变量：一个用例</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>Tempera::ChartPane</name>
    <message>
        <source>The chart as a table</source>
        <translation>以表格显示图表</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>表格的列</translation>
    </message>
</context>
<context>
    <name>Tempera::ChartView</name>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation>图表：%1</translation>
    </message>
</context>
<context>
    <name>Tempera::ChartsFace</name>
    <message>
        <source>What is shown</source>
        <translation>显示的内容</translation>
    </message>
    <message>
        <source>Pass rate by variant</source>
        <translation>各变体的通过率</translation>
    </message>
    <message>
        <source>Cost against quality</source>
        <translation>费用与质量</translation>
    </message>
    <message>
        <source>Time until the end</source>
        <translation>到结束的时间</translation>
    </message>
    <message>
        <source>Time until the first token</source>
        <translation>到首个词元的时间</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Pass rate by check</source>
        <translation>各检查的通过率</translation>
    </message>
    <message>
        <source>Pass rate by variable</source>
        <translation>按变量的通过率</translation>
    </message>
    <message>
        <source>Pass rate over past runs</source>
        <translation>历次运行的通过率</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Variable by which cases are grouped</source>
        <translation>用例分组所依据的变量</translation>
    </message>
    <message>
        <source>Pattern by which cases are grouped</source>
        <translation>用例分组所依据的模式</translation>
    </message>
    <message>
        <source>pattern (optional)</source>
        <translation>模式（可选）</translation>
    </message>
    <message>
        <source>A regular expression: cases in whose value it is found against the others. Empty: by value</source>
        <translation>正则表达式：值中能找到它的用例与其他用例对比。留空：按值分组</translation>
    </message>
    <message>
        <source>Being computed…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Pass rate by metadata</source>
        <translation>按元数据的通过率</translation>
    </message>
    <message>
        <source>Kept from the input</source>
        <translation>输入的保留比例</translation>
    </message>
    <message>
        <source>Fields of JSON answers</source>
        <translation>JSON 回答的字段</translation>
    </message>
    <message>
        <source>Key of the metadata by which cases are grouped</source>
        <translation>用例分组所依据的元数据键</translation>
    </message>
</context>
<context>
    <name>Tempera::CheckForm</name>
    <message>
        <source>negate</source>
        <translation>必须不成立</translation>
    </message>
    <message>
        <source>Kind of check</source>
        <translation>回答须满足的条件</translation>
    </message>
    <message>
        <source>The answer:</source>
        <translation>回答：</translation>
    </message>
    <message>
        <source>Finish reason</source>
        <translation>结束原因</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>适用于：</translation>
    </message>
    <message>
        <source>How much it counts in the score; 0: only for information.</source>
        <translation>在评分中的权重；0：仅供参考。</translation>
    </message>
    <message>
        <source>The name of a score that it counts towards; may be empty.</source>
        <translation>所计入的评分名称；可留空。</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight:</source>
        <translation>权重：</translation>
    </message>
    <message>
        <source>Only “%1”</source>
        <translation>仅“%1”</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>所有用例</translation>
    </message>
    <message>
        <source>A text on each line</source>
        <translation>每行一个文本</translation>
    </message>
    <message>
        <source>A JSON schema; empty: any JSON passes</source>
        <translation>JSON 模式；留空则任何 JSON 均可</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Texts, one a line</source>
        <translation>文本，每行一个</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON 模式</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评审模型</translation>
    </message>
    <message>
        <source>The experiment&apos;s judge</source>
        <translation>实验的评审模型</translation>
    </message>
    <message>
        <source>The model that judges, such as openai:chat:gpt-4.1 or local:tempera-mini, or the name of a variant. Empty: the one that the file names under defaultTest.options.provider.</source>
        <translation>用于评审的模型，例如 openai:chat:gpt-4.1 或 local:tempera-mini，或某个变体的名称。留空：使用文件中 defaultTest.options.provider 指定的模型。</translation>
    </message>
    <message>
        <source>Judge:</source>
        <translation>评审模型：</translation>
    </message>
</context>
<context>
    <name>Tempera::CheckTrialModel</name>
    <message>
        <source>repeat %1</source>
        <translation>第 %1 次重复</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在试用…</translation>
    </message>
    <message>
        <source>There is no answer yet to try it on.</source>
        <translation>还没有可试用的回答。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln answer(s) pass</source>
        <translation>
            <numerusform>%Ln 个回答中有 %1 个通过</numerusform>
        </translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>Tempera::ChecksModel</name>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Change a check</source>
        <translation>更改检查</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>添加检查</translation>
    </message>
    <message>
        <source>Remove checks</source>
        <translation>移除检查</translation>
    </message>
    <message>
        <source>all cases</source>
        <translation>所有用例</translation>
    </message>
    <message>
        <source>this case</source>
        <translation>此用例</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用于</translation>
    </message>
</context>
<context>
    <name>Tempera::ChecksPage</name>
    <message>
        <source>Remove the selected checks</source>
        <translation>移除所选检查</translation>
    </message>
    <message>
        <source>Checks of the case</source>
        <translation>用例的检查</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>添加检查</translation>
    </message>
    <message>
        <source>Insert adds a check, Delete removes the selected ones.</source>
        <translation>Insert 添加检查，Delete 删除所选检查。</translation>
    </message>
    <message>
        <source>Check editor</source>
        <translation>检查表单</translation>
    </message>
    <message>
        <source>Verdicts of the check on the existing answers</source>
        <translation>检查对现有回答的结果</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Checks of all cases</source>
        <translation>所有用例的检查</translation>
    </message>
    <message>
        <source>Checks of “%1”</source>
        <translation>“%1”的检查</translation>
    </message>
    <message>
        <source>The case of this check no longer exists. Save it for all cases, or discard it.</source>
        <translation>此检查的用例已不存在。请为所有用例保存，或放弃。</translation>
    </message>
    <message>
        <source>Add the Check</source>
        <translation>添加检查</translation>
    </message>
    <message>
        <source>Save the Check</source>
        <translation>保存检查</translation>
    </message>
</context>
<context>
    <name>Tempera::ColumnComparison</name>
    <message>
        <source>Compare Words with What Is Expected</source>
        <translation>与期望的回答逐词比较</translation>
    </message>
    <message>
        <source>Compare Words with the Previous Repeat</source>
        <translation>与上一次重复逐词比较</translation>
    </message>
    <message>
        <source>Next Difference</source>
        <translation>下一处差异</translation>
    </message>
    <message>
        <source>Previous Difference</source>
        <translation>上一处差异</translation>
    </message>
    <message>
        <source>Only Differences</source>
        <translation>仅差异</translation>
    </message>
    <message>
        <source>Shows only the lines that differ, with one line of context</source>
        <translation>只显示有差异的行及其前后各一行</translation>
    </message>
    <message>
        <source>Not compared: this is the first repeat</source>
        <translation>未比较：这是第一次重复</translation>
    </message>
    <message>
        <source>Compare Words with the Selected Column</source>
        <translation>与所选列逐词比较</translation>
    </message>
    <message>
        <source>Compare Words with the Baseline Run</source>
        <translation>与基准运行逐词比较</translation>
    </message>
    <message>
        <source>Compare Words with the Input</source>
        <translation>与输入逐词比较</translation>
    </message>
    <message>
        <source>Differences in One Text</source>
        <translation>在同一文本中显示差异</translation>
    </message>
    <message>
        <source>Shows in the compared answer also what is gone, struck through, before what came, underlined</source>
        <translation>在所比较的回答中也显示已去掉的内容（删除线），其后为新增的内容（下划线）</translation>
    </message>
</context>
<context>
    <name>Tempera::ColumnFinder</name>
    <message>
        <source>Go to a column by its name</source>
        <translation>按名称转到某一列</translation>
    </message>
    <message>
        <source>Column…</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>Columns with that name</source>
        <translation>具有该名称的列</translation>
    </message>
</context>
<context>
    <name>Tempera::CommandPalette</name>
    <message>
        <source>No match. Actions, cases, variants, models, samples and settings are found here.</source>
        <translation>没有匹配项。可在此查找操作、用例、变体、模型、示例和设置。</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find an action, a case, a variant, a model, a sample or a setting</source>
        <translation>查找操作、用例、变体、模型、示例或设置</translation>
    </message>
    <message>
        <source>Matches, the best first</source>
        <translation>查找结果，最佳在前</translation>
    </message>
</context>
<context>
    <name>Tempera::ComparePanel</name>
    <message>
        <source>There is no variant yet. Add one: a model with its settings becomes a column here.</source>
        <translation>还没有变体。添加一个：模型及其设置会成为此处的一列。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Ways to compare</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Scroll Together</source>
        <translation>同步滚动</translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation>添加变体</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>How answers are shown</source>
        <translation>回答的显示方式</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Variants Side by Side</source>
        <translation>并排显示变体</translation>
    </message>
    <message>
        <source>Prompts Side by Side</source>
        <translation>并排显示提示词</translation>
    </message>
    <message>
        <source>Repeats Side by Side</source>
        <translation>并排显示重复</translation>
    </message>
    <message>
        <source>What stands side by side</source>
        <translation>并排显示的内容</translation>
    </message>
    <message>
        <source>Whole Conversations Turn by Turn</source>
        <translation>逐轮显示完整对话</translation>
    </message>
    <message>
        <source>Runs Side by Side</source>
        <translation>并排显示运行</translation>
    </message>
</context>
<context>
    <name>Tempera::ConfusionModel</name>
    <message numerus="yes">
        <source>Accuracy (micro F1) %1 of %n answer(s)</source>
        <translation>
            <numerusform>准确率（微平均 F1）%1，共 %n 个回答</numerusform>
        </translation>
    </message>
    <message>
        <source>macro: precision %1, recall %2, F1 %3</source>
        <translation>宏平均：精确率 %1，召回率 %2，F1 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) name no single label: they count as wrong, and are left out of the macro means</source>
        <translation>
            <numerusform>%n 个回答未给出单个标签：计为错误，且不计入宏平均</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) left out: no single label is expected there</source>
        <translation>
            <numerusform>略去 %n 个回答：那里没有期望单个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 expected, no single label answered: %2</source>
        <translation>期望 %1，回答不是单个标签：%2</translation>
    </message>
    <message>
        <source>%1 expected, %2 answered: %3</source>
        <translation>期望 %1，回答 %2：%3</translation>
    </message>
    <message>
        <source>no single label</source>
        <translation>非单个标签</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
</context>
<context>
    <name>Tempera::ConfusionPage</name>
    <message>
        <source>Variant whose answers are compared with what is expected</source>
        <translation>将其回答与期望比较的变体</translation>
    </message>
    <message>
        <source>Confusion matrix: expected labels down, answered labels across</source>
        <translation>混淆矩阵：行为期望的标签，列为回答的标签</translation>
    </message>
    <message>
        <source>Answered labels</source>
        <translation>回答的标签</translation>
    </message>
    <message>
        <source>Expected labels</source>
        <translation>期望的标签</translation>
    </message>
    <message>
        <source>Answers are being compared…</source>
        <translation>正在比较回答…</translation>
    </message>
    <message>
        <source>Nothing looks like labels. A confusion matrix needs cases whose checks (equals, contains …) expect one of a few short words.</source>
        <translation>没有看起来像标签的内容。混淆矩阵需要这样的用例：其检查（equals、contains 等）期望少数几个短词之一。</translation>
    </message>
    <message>
        <source>No answer is there yet.</source>
        <translation>还没有回答。</translation>
    </message>
    <message>
        <source>There are too many labels for a filter that would leave these cells.</source>
        <translation>标签过多，无法构成只保留这些单元的筛选条件。</translation>
    </message>
</context>
<context>
    <name>Tempera::CostFace</name>
    <message>
        <source>Progress of the counting</source>
        <translation>计数进度</translation>
    </message>
    <message>
        <source>Cases of the pilot</source>
        <translation>抽样的用例数</translation>
    </message>
    <message>
        <source>&amp;Ask a Pilot</source>
        <translation>抽样(&amp;A)</translation>
    </message>
    <message>
        <source>Really runs so many cases, drawn at random: then the output is drawn from their answers. This may cost money, within the budget of a run</source>
        <translation>实际运行这么多个随机抽取的用例：随后由其回答推算输出。这可能会产生费用，但不超出单次运行的预算</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>表格的列</translation>
    </message>
    <message>
        <source>What the job costs</source>
        <translation>任务的费用</translation>
    </message>
    <message>
        <source>What would make it cheaper, the largest amount first</source>
        <translation>可降低费用的措施，金额最大的在前</translation>
    </message>
    <message>
        <source>S&amp;top Counting</source>
        <translation>停止计数(&amp;T)</translation>
    </message>
    <message>
        <source>Co&amp;unt Again</source>
        <translation>重新计数(&amp;U)</translation>
    </message>
    <message>
        <source>Counting: %1 of %2 requests</source>
        <translation>正在计数：%1/%2 个请求</translation>
    </message>
    <message>
        <source>%1 of %2 requests counted; the whole is drawn from them</source>
        <translation>已计数 %1/%2 个请求；总量由其推算</translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) counted</source>
        <translation>
            <numerusform>已计数 %1 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no variant yet. Add one, and this says what the experiment costs before it is run.</source>
        <translation>还没有变体。添加一个后，此处会在运行之前显示实验的费用。</translation>
    </message>
    <message>
        <source>The prompts of all cells are counted first. Nothing is sent for that.</source>
        <translation>先对所有单元的提示词计数。此过程不发送任何内容。</translation>
    </message>
    <message>
        <source>No step is known that would make “%1” cheaper.</source>
        <translation>没有已知的措施能让“%1”更便宜。</translation>
    </message>
    <message>
        <source>What would make “%1” cheaper:</source>
        <translation>可让“%1”更便宜的措施：</translation>
    </message>
</context>
<context>
    <name>Tempera::CostPage</name>
    <message>
        <source>Cost by variant</source>
        <translation>各变体的费用</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>上次运行</translation>
    </message>
    <message>
        <source>The estimate ranges from the input alone to answers of the maximum length. A missing price or limit is reported, never counted as free.</source>
        <translation>估算范围从仅计输入到回答达到上限。缺少价格或上限的项目会注明，绝不按免费计算。</translation>
    </message>
</context>
<context>
    <name>Tempera::CostTrackerModel</name>
    <message>
        <source>This run</source>
        <translation>此运行</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Since the beginning</source>
        <translation>自开始以来</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>输入词元</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>输出词元</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>%1: %2 tokens in + %3 out = %4, %5</source>
        <translation>%1：输入 %2 + 输出 %3 = %4 个词元，%5</translation>
    </message>
</context>
<context>
    <name>Tempera::CostViews</name>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
</context>
<context>
    <name>Tempera::DiffStrip</name>
    <message>
        <source>Where the answer differs</source>
        <translation>回答的差异所在</translation>
    </message>
    <message>
        <source>Where the answer differs: left what it lacks, right what is new, across both what was moved</source>
        <translation>回答的差异所在：左侧为缺少的，右侧为新增的，横跨两侧为移动过的</translation>
    </message>
</context>
<context>
    <name>Tempera::DropsModel</name>
    <message>
        <source>−%1 bits</source>
        <translation>−%1 比特</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>降幅</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
</context>
<context>
    <name>Tempera::EffectPanel</name>
    <message>
        <source>&amp;Effect of This Edit</source>
        <translation>此次编辑的影响(&amp;E)</translation>
    </message>
    <message>
        <source>Score the answer below under the prompt as it is now, without generating anything (Ctrl+Shift+E)</source>
        <translation>按当前提示词为下方的回答评分，不生成任何内容 (Ctrl+Shift+E)</translation>
    </message>
    <message>
        <source>Blue: more likely under the edited prompt. Orange: less likely. The arrow keys move from token to token.</source>
        <translation>蓝色：在编辑后的提示词下更可能。橙色：更不可能。用方向键在词元间移动。</translation>
    </message>
    <message>
        <source>The answer, token by token</source>
        <translation>逐词元显示的回答</translation>
    </message>
    <message>
        <source>Probability of each token before and after the edit</source>
        <translation>每个词元在编辑前后的概率</translation>
    </message>
    <message>
        <source>This belongs to another answer or an earlier edit: compute again.</source>
        <translation>此结果属于另一个回答或更早的编辑：请重新计算。</translation>
    </message>
    <message>
        <source>Run first. Then edit the prompt and come back: the answer that was generated for the old prompt is scored under the new one, and you see token by token where it became more likely, before anything is generated.</source>
        <translation>请先运行，再编辑提示词并回到此处：为旧提示词生成的回答会在新提示词下评分，在生成任何内容之前，即可逐词元看到哪些地方变得更可能。</translation>
    </message>
    <message>
        <source>This answer is from %1. Only local models can score a given answer under another prompt.</source>
        <translation>此回答来自 %1。只有本地模型能给出指定回答在另一个提示词下的概率。</translation>
    </message>
    <message>
        <source>Edit the prompt, then choose Effect of This Edit (Ctrl+Shift+E): the answer of the current variant is scored under the prompt as it is now. Nothing is generated.</source>
        <translation>编辑提示词，然后选择“此次编辑的影响”(Ctrl+Shift+E)：当前变体的回答会按当前提示词评分。不生成任何内容。</translation>
    </message>
</context>
<context>
    <name>Tempera::EffectTableModel</name>
    <message>
        <source>Token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After the edit</source>
        <translation>编辑后</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Log-ratio</source>
        <translation>对数比</translation>
    </message>
    <message>
        <source>«%1»: %2 → %3 (%4)</source>
        <translation>“%1”：%2 → %3（%4）</translation>
    </message>
    <message>
        <source>Probability of the whole answer: %1 (log-probability %2 → %3) · perplexity %4 → %5 · tokens: %6</source>
        <translation>整个回答的概率：%1（对数概率 %2 → %3）· 困惑度 %4 → %5 · 词元：%6</translation>
    </message>
</context>
<context>
    <name>Tempera::EndpointOptionsForm</name>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>http://host:port or socks5://host:port</source>
        <translation>http://host:port 或 socks5://host:port</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>代理(&amp;X)</translation>
    </message>
    <message>
        <source>File with certificates of authorities that are trusted too</source>
        <translation>额外信任的证书颁发机构的证书文件</translation>
    </message>
    <message>
        <source>None beside the system&apos;s</source>
        <translation>除系统证书外没有其他证书</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>CA &amp;file</source>
        <translation>CA 文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>标头(&amp;H)</translation>
    </message>
    <message>
        <source>Name: value</source>
        <translation>Name: value</translation>
    </message>
    <message>
        <source>Sent with each request, one a line. A header of the experiment takes the place of one here. Settings are stored as they are: no secrets.</source>
        <translation>随每个请求发送，每行一个。实验中的标头会取代此处的同名标头。设置会按原样保存：请勿填写机密信息。</translation>
    </message>
    <message>
        <source>Response &amp;begins within, s</source>
        <translation>响应开始时限（秒）(&amp;B)</translation>
    </message>
    <message>
        <source>The usual limit</source>
        <translation>通常的时限</translation>
    </message>
    <message>
        <source>A request takes at &amp;most, s</source>
        <translation>单个请求时限（秒）(&amp;M)</translation>
    </message>
    <message>
        <source>Requests at &amp;once</source>
        <translation>同时请求数(&amp;O)</translation>
    </message>
    <message>
        <source>As for all servers</source>
        <translation>与所有服务器相同</translation>
    </message>
    <message>
        <source>Requests a min&amp;ute</source>
        <translation>每分钟请求数(&amp;U)</translation>
    </message>
    <message>
        <source>As the server says</source>
        <translation>由服务器告知</translation>
    </message>
    <message>
        <source>Tokens a m&amp;inute</source>
        <translation>每分钟词元数(&amp;I)</translation>
    </message>
    <message>
        <source>Limits are for each of its models. Tokens are those of prompts and responses together.</source>
        <translation>上限分别适用于其每个模型。词元为提示词与响应的合计。</translation>
    </message>
    <message>
        <source>Equal &amp;servers</source>
        <translation>等同服务器(&amp;S)</translation>
    </message>
    <message>
        <source>https://host/v1</source>
        <translation>https://host/v1</translation>
    </message>
    <message>
        <source>Where several servers share its requests: the address of each, one a line, this one too where it takes part.</source>
        <translation>由多台服务器分担其请求时：填写每台的地址，每行一个；此服务器若参与，也要列出。</translation>
    </message>
    <message>
        <source>“%1” is out of range.</source>
        <translation>“%1”超出范围。</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s); the first is of %1. Valid until %2.</source>
        <translation>
            <numerusform>%n 个证书；第一个属于 %1。有效期至 %2。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::EndpointsPage</name>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Address of a server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>https://host/v1</source>
        <translation>https://host/v1</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>Enter &amp;Key…</source>
        <translation>输入密钥(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>present</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>正在询问 %1 …</translation>
    </message>
    <message>
        <source>%1 responds, but has no models.</source>
        <translation>%1 有响应，但没有模型。</translation>
    </message>
    <message>
        <source>%1 (from %2)</source>
        <translation>%1（来自 %2）</translation>
    </message>
    <message>
        <source>The variable %1 says where this server is; the experiment does not.</source>
        <translation>此服务器的地址由变量 %1 给出，而不是由实验给出。</translation>
    </message>
    <message numerus="yes">
        <source>%1 responds and has %n model(s), among them %2.</source>
        <translation>
            <numerusform>%1 有响应，有 %n 个模型，其中包括 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 responds and has %n model(s): %2.</source>
        <translation>
            <numerusform>%1 有响应，有 %n 个模型：%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>No server is chosen.</source>
        <translation>未选择服务器。</translation>
    </message>
    <message>
        <source>Options of the server</source>
        <translation>服务器的选项</translation>
    </message>
    <message>
        <source>What was typed as an option of %1 cannot be, and was not stored.</source>
        <translation>为 %1 的选项键入的内容无效，未保存。</translation>
    </message>
    <message>
        <source>Options of %1</source>
        <translation>%1 的选项</translation>
    </message>
    <message>
        <source>%1 responds. It does not list its models.</source>
        <translation>%1 有响应，但不列出其模型。</translation>
    </message>
    <message>
        <source>Latency: %1 ms.</source>
        <translation>延迟：%1 毫秒。</translation>
    </message>
    <message>
        <source>Its clock is %1 s ahead of this machine&apos;s.</source>
        <translation>其时钟比本机快 %1 秒。</translation>
    </message>
    <message>
        <source>Its clock is %1 s behind this machine&apos;s.</source>
        <translation>其时钟比本机慢 %1 秒。</translation>
    </message>
    <message>
        <source>Its clock agrees with this machine&apos;s within %1 s.</source>
        <translation>其时钟与本机相差不超过 %1 秒。</translation>
    </message>
</context>
<context>
    <name>Tempera::ErrorBox</name>
    <message>
        <source>Enter key…</source>
        <translation>输入密钥…</translation>
    </message>
    <message>
        <source>Run missing and failed</source>
        <translation>重新运行失败的单元</translation>
    </message>
    <message>
        <source>Runs all cells without an answer again</source>
        <translation>重新运行所有没有回答的单元</translation>
    </message>
</context>
<context>
    <name>Tempera::FallbackEditor</name>
    <message>
        <source>Asked in this order where the model is down, its key or quota is refused, or it does not exist.</source>
        <translation>模型不可用、密钥或配额被拒绝，或模型不存在时，按此顺序请求。</translation>
    </message>
    <message>
        <source>Models that are asked next</source>
        <translation>接下来请求的模型</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move a model, Delete takes it from the list.</source>
        <translation>Alt+Up 和 Alt+Down 移动模型，Delete 将其从列表中移除。</translation>
    </message>
    <message>
        <source>Label or provider id</source>
        <translation>标签或提供方 id</translation>
    </message>
    <message>
        <source>Add a model that is asked next</source>
        <translation>添加接下来请求的模型</translation>
    </message>
    <message>
        <source>Add to the models that are asked next</source>
        <translation>添加到接下来请求的模型</translation>
    </message>
    <message>
        <source>Ask it earlier (Alt+Up)</source>
        <translation>提前请求 (Alt+Up)</translation>
    </message>
    <message>
        <source>Ask it later (Alt+Down)</source>
        <translation>推后请求 (Alt+Down)</translation>
    </message>
    <message>
        <source>Do not ask it (Delete)</source>
        <translation>不请求 (Delete)</translation>
    </message>
    <message>
        <source>Also when a check fails</source>
        <translation>检查未通过时也请求</translation>
    </message>
    <message>
        <source>The next model is asked also where an answer fails its checks. Each attempt is paid for.</source>
        <translation>回答未通过检查时，也请求下一个模型。每次尝试都会计费。</translation>
    </message>
    <message>
        <source>How often the same model is asked for another answer where its answer fails its checks. Each is paid for.</source>
        <translation>回答未通过检查时，向同一模型再次请求回答的次数。每次都会计费。</translation>
    </message>
    <message>
        <source>Retries when a check fails:</source>
        <translation>检查未通过时的重试次数：</translation>
    </message>
    <message>
        <source>Retries when a check fails</source>
        <translation>检查未通过时的重试次数</translation>
    </message>
</context>
<context>
    <name>Tempera::FieldsModel</name>
    <message numerus="yes">
        <source>%1 of all values are right, in %n answer(s)</source>
        <translation>
            <numerusform>%n 个回答中，所有值的 %1 正确</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) without a JSON object: all that is expected is missing there</source>
        <translation>
            <numerusform>%n 个回答没有 JSON 对象：期望的内容在其中全部缺失</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 given texts and numbers stand nowhere in the input: they may be invented</source>
        <translation>回答的 %2 个文本和数字中有 %1 个未出现在输入中：可能是编造的</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) left out: no JSON object is expected there</source>
        <translation>
            <numerusform>略去 %n 个回答：那里没有期望 JSON 对象</numerusform>
        </translation>
    </message>
    <message>
        <source>All fields (micro)</source>
        <translation>所有字段（微平均）</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>所有其他</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>field, what is counted, number</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Invented</source>
        <translation>编造</translation>
    </message>
    <message>
        <source>Not in the input</source>
        <translation>不在输入中</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Expected, and given so</source>
        <translation>期望，且回答一致</translation>
    </message>
    <message>
        <source>Expected, and given otherwise</source>
        <translation>期望，但回答不同</translation>
    </message>
    <message>
        <source>Expected, and not given</source>
        <translation>期望，但未给出</translation>
    </message>
    <message>
        <source>Given, and not expected</source>
        <translation>给出，但并非期望</translation>
    </message>
    <message>
        <source>Given, and nowhere in what the model was given to work on, in whatever capitals and spaces: possibly invented</source>
        <translation>给出，但未出现在模型所处理的内容中（不论大小写和空格）：可能是编造的</translation>
    </message>
    <message>
        <source>Right, of all values</source>
        <translation>在所有值中正确的比例</translation>
    </message>
    <message>
        <source>Right, of what was given</source>
        <translation>在给出的值中正确的比例</translation>
    </message>
    <message>
        <source>Right, of what was expected</source>
        <translation>在期望的值中正确的比例</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>精确率与召回率的调和平均</translation>
    </message>
</context>
<context>
    <name>Tempera::FieldsPage</name>
    <message>
        <source>Variant whose answers are compared field by field</source>
        <translation>将其回答逐字段比较的变体</translation>
    </message>
    <message>
        <source>Fields of the answers: how many are right, wrong, missing and invented</source>
        <translation>回答的字段：正确、错误、缺失和编造的各有多少</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>统计的内容</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Answers are being compared…</source>
        <translation>正在比较回答…</translation>
    </message>
    <message>
        <source>No filter can name this field.</source>
        <translation>没有筛选条件能指定此字段。</translation>
    </message>
    <message>
        <source>No answer is there yet.</source>
        <translation>还没有回答。</translation>
    </message>
    <message>
        <source>No case expects a JSON object. Fields need cases with an equals check whose value is one, or a variable called “expected” that is.</source>
        <translation>没有用例期望 JSON 对象。要有字段，用例须含值为 JSON 对象的 equals 检查，或值为 JSON 对象的变量“expected”。</translation>
    </message>
</context>
<context>
    <name>Tempera::FileController</name>
    <message>
        <source>… and %1 more</source>
        <translation>… 还有 %1 个</translation>
    </message>
    <message>
        <source>%1 is read by this experiment.</source>
        <translation>%1 会被此实验读取。</translation>
    </message>
</context>
<context>
    <name>Tempera::FilterBar</name>
    <message>
        <source>Keep this filter as a button, or take its button away</source>
        <translation>将此筛选条件保留为按钮，或移除其按钮</translation>
    </message>
    <message>
        <source>Filter of the cells</source>
        <translation>单元的筛选条件</translation>
    </message>
    <message>
        <source>Filter: failed and tokens &gt; 500</source>
        <translation>筛选：failed and tokens &gt; 500</translation>
    </message>
    <message>
        <source>Fields, texts and /patterns/, joined by and, or, not and parentheses; Up and Down bring earlier filters</source>
        <translation>字段、文本和 /模式/，用 and、or、not 和括号连接；Up 和 Down 键可调出以前的筛选条件</translation>
    </message>
    <message>
        <source>Completions of the filter</source>
        <translation>筛选条件的补全</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>筛选：%1</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation>第 %1 个字符处：%2</translation>
    </message>
    <message>
        <source>Stop searching; what was found stays (Escape)</source>
        <translation>停止查找；已找到的会保留 (Esc)</translation>
    </message>
</context>
<context>
    <name>Tempera::FoldSection</name>
    <message>
        <source>Open; folds away</source>
        <translation>已展开；可折叠</translation>
    </message>
    <message>
        <source>Folded; opens</source>
        <translation>已折叠；可展开</translation>
    </message>
</context>
<context>
    <name>Tempera::GridFace</name>
    <message>
        <source>Nothing has been run yet. Run fills a grid of all cases and variants here.</source>
        <translation>尚未运行任何内容。“运行”会在此处填充由所有用例和变体组成的网格。</translation>
    </message>
    <message>
        <source>All cases and variants of the run</source>
        <translation>此运行的所有用例和变体</translation>
    </message>
    <message>
        <source>Columns of the grid</source>
        <translation>网格的列</translation>
    </message>
    <message>
        <source>Cases of the grid</source>
        <translation>网格的用例</translation>
    </message>
    <message>
        <source>Order of the cases</source>
        <translation>用例的顺序</translation>
    </message>
    <message>
        <source>Order of the cases; numbers are those of the current column. A click on a head sorts by that column</source>
        <translation>用例的顺序；数值取自当前列。单击列标题可按该列排序</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>按原顺序</translation>
    </message>
    <message>
        <source>Regressions first</source>
        <translation>退步优先</translation>
    </message>
    <message>
        <source>Disagreement first</source>
        <translation>分歧优先</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个词元</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>Height of the rows</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>单行</translation>
    </message>
    <message>
        <source>Tall</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Show in Columns</source>
        <translation>在列中显示</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>Use This Variant as the Baseline</source>
        <translation>将此变体用作基准</translation>
    </message>
    <message>
        <source>Run This Cell Again</source>
        <translation>重新运行此单元</translation>
    </message>
    <message>
        <source>Filter the Grid</source>
        <translation>筛选网格</translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s)</source>
        <translation>
            <numerusform>%1 个用例</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 cases</source>
        <translation>%1 / %2 个用例</translation>
    </message>
    <message>
        <source>Whole Answers Below</source>
        <translation>在下方显示完整回答</translation>
    </message>
    <message>
        <source>Only Cases Where This Column Is Better</source>
        <translation>仅此列更好的用例</translation>
    </message>
    <message>
        <source>Only Cases Where This Column Is Worse</source>
        <translation>仅此列更差的用例</translation>
    </message>
    <message>
        <source>Go to a Column</source>
        <translation>转到某一列</translation>
    </message>
    <message>
        <source>Stop Searching</source>
        <translation>停止查找</translation>
    </message>
    <message>
        <source>searching: %1, %2 found</source>
        <translation>正在查找：%1，已找到 %2 个</translation>
    </message>
    <message>
        <source>stopped at %1, %2 found</source>
        <translation>在 %1 处停止，已找到 %2 个</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Only the %1 Better</source>
        <translation>仅更好的 %1 个</translation>
    </message>
    <message>
        <source>Only the %1 Worse</source>
        <translation>仅更差的 %1 个</translation>
    </message>
    <message>
        <source>Only Those That Failed</source>
        <translation>仅未通过的</translation>
    </message>
    <message>
        <source>Show Request</source>
        <translation>显示请求</translation>
    </message>
</context>
<context>
    <name>Tempera::GridModel</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>得分 %1</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>首个词元 %1</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>此后已更改</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>The pattern took too long in %1 answer(s), which count as not matching.</source>
        <translation>
            <numerusform>模式在 %1 个回答中耗时过长，这些回答视为不匹配。</numerusform>
        </translation>
    </message>
    <message>
        <source>The search was stopped before it found anything.</source>
        <translation>查找在找到任何内容之前已停止。</translation>
    </message>
    <message>
        <source>%1; rated %2</source>
        <translation>%1；评价为 %2</translation>
    </message>
    <message>
        <source>baseline: %1</source>
        <translation>基准：%1</translation>
    </message>
    <message>
        <source>several attempts</source>
        <translation>多次尝试</translation>
    </message>
    <message>
        <source>%1; several attempts</source>
        <translation>%1；多次尝试</translation>
    </message>
</context>
<context>
    <name>Tempera::ImportColumnsModel</name>
    <message>
        <source>(left out)</source>
        <translation>（略去）</translation>
    </message>
    <message>
        <source>(description)</source>
        <translation>（描述）</translation>
    </message>
    <message>
        <source>(expected)</source>
        <translation>（期望）</translation>
    </message>
    <message>
        <source>(threshold)</source>
        <translation>（及格线）</translation>
    </message>
    <message>
        <source>(metric)</source>
        <translation>（指标）</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>写入</translation>
    </message>
</context>
<context>
    <name>Tempera::ImportDialog</name>
    <message>
        <source>Import Cases</source>
        <translation>导入用例</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>预览(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Append the rows as new cases</source>
        <translation>将各行追加为新用例(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Overwrite the cases</source>
        <translation>覆盖用例(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Overwrite from case %1 on</source>
        <translation>从用例 %1 起覆盖(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Replace all cases</source>
        <translation>替换所有用例(&amp;R)</translation>
    </message>
    <message>
        <source>Insert the &amp;whole text into the current cell</source>
        <translation>将整段文本放入当前单元格(&amp;W)</translation>
    </message>
    <message>
        <source>Rows:</source>
        <translation>行：</translation>
    </message>
    <message>
        <source>&amp;First row is a header</source>
        <translation>首行为列名(&amp;F)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>Automatic: UTF-8 or UTF-16</source>
        <translation>自动：UTF-8 或 UTF-16</translation>
    </message>
    <message>
        <source>&amp;Delimiter:</source>
        <translation>分隔符(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>编码(&amp;E)：</translation>
    </message>
    <message>
        <source>Column mapping</source>
        <translation>各列及其写入位置</translation>
    </message>
    <message>
        <source>Preview of the cases</source>
        <translation>用例预览</translation>
    </message>
    <message>
        <source>Paste Cases</source>
        <translation>粘贴用例</translation>
    </message>
    <message>
        <source>In&amp;sert</source>
        <translation>放入(&amp;U)</translation>
    </message>
    <message>
        <source>Import Cases from %1</source>
        <translation>从 %1 导入用例</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Two columns are mapped to “%1”: give one of them another name.</source>
        <translation>有两列写入“%1”：请为其中一列改名。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 个字符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>备选</translation>
    </message>
</context>
<context>
    <name>Tempera::JobTableModel</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 + unknown</source>
        <translation>%1 + 未知</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>within a day</source>
        <translation>一天之内</translation>
    </message>
    <message>
        <source>Nobody knows how long an answer takes: give the endpoint&apos;s limits, or ask a pilot.</source>
        <translation>无法得知一个回答需要多久：请给出端点的限制，或进行抽样。</translation>
    </message>
    <message>
        <source>No answer of it is known yet.</source>
        <translation>还没有它的已知回答。</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>输入词元</translation>
    </message>
    <message>
        <source>Out each</source>
        <translation>每个请求的输出</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>Cheapest</source>
        <translation>最便宜</translation>
    </message>
    <message>
        <source>1,000 documents</source>
        <translation>1,000 个文档</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>Tempera::JobWishBar</name>
    <message>
        <source>&amp;Documents</source>
        <translation>文档(&amp;D)</translation>
    </message>
    <message>
        <source>How many cases the job has. Empty: those of the experiment</source>
        <translation>任务的用例数。留空：实验中的用例</translation>
    </message>
    <message>
        <source>&amp;Output at most</source>
        <translation>输出上限(&amp;O)</translation>
    </message>
    <message>
        <source>The most tokens of an answer. Empty: as the variant has it</source>
        <translation>单个回答的最大词元数。留空：与变体相同</translation>
    </message>
    <message>
        <source>Re&amp;quests a minute</source>
        <translation>每分钟请求数(&amp;Q)</translation>
    </message>
    <message>
        <source>What the endpoint lets through: the time is drawn from it. Empty: from earlier answers</source>
        <translation>端点允许的请求数：用于推算时间。留空：由以前的回答推算</translation>
    </message>
    <message>
        <source>To&amp;kens a minute</source>
        <translation>每分钟词元数(&amp;K)</translation>
    </message>
    <message>
        <source>Input and output that the endpoint lets through. Empty: there is no such limit</source>
        <translation>端点允许的输入与输出。留空：没有此限制</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>output as in known answers</source>
        <translation>输出按已知回答</translation>
    </message>
    <message>
        <source>output up to its limit</source>
        <translation>输出按其上限</translation>
    </message>
    <message>
        <source>Of what the output is drawn</source>
        <translation>推算输出的依据</translation>
    </message>
    <message>
        <source>as a &amp;batch</source>
        <translation>以批处理方式(&amp;B)</translation>
    </message>
    <message>
        <source>Through the provider&apos;s batch interface: cheaper, and answered within a day</source>
        <translation>通过提供方的批处理接口：更便宜，一天之内回答</translation>
    </message>
    <message>
        <source>as it is</source>
        <comment>a number of a job that nobody changed</comment>
        <translation>不变</translation>
    </message>
    <message>
        <source>Model that is asked</source>
        <translation>所请求的模型</translation>
    </message>
    <message>
        <source>What the same job costs with another model of the catalog</source>
        <translation>同一任务改用目录中其他模型的费用</translation>
    </message>
    <message>
        <source>as the variants have it</source>
        <translation>与变体相同</translation>
    </message>
</context>
<context>
    <name>Tempera::JudgedPairsModel</name>
    <message>
        <source>Neither</source>
        <translation>两者皆非</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>the same text: a tie, nobody was asked</source>
        <translation>文本相同：平局，未询问任何人</translation>
    </message>
    <message>
        <source>stood left</source>
        <translation>当时在左侧</translation>
    </message>
    <message>
        <source>stood right</source>
        <translation>当时在右侧</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>偏好</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>Tempera::KeyDialog</name>
    <message>
        <source>Enter a Key</source>
        <translation>输入密钥</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Keep it in the key&amp;chain of the desktop</source>
        <translation>保存到桌面密钥环(&amp;C)</translation>
    </message>
    <message>
        <source>Otherwise it is forgotten when Tempera quits.</source>
        <translation>否则在 Tempera 退出后即被遗忘。</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>密钥(&amp;K)</translation>
    </message>
    <message>
        <source>%1 Untick the box to use it for this session only.</source>
        <translation>%1 不勾选时仅用于本次会话。</translation>
    </message>
    <message>
        <source>The key %1 is sent to %2, and to other servers only where you allow it. It is never written to a file, the ledger, a log or an export.</source>
        <translation>密钥 %1 会发送到 %2；只有在您允许时才会发送到其他服务器。它绝不会写入文件、账本、日志或导出内容。</translation>
    </message>
</context>
<context>
    <name>Tempera::KeyEntry</name>
    <message>
        <source>Name the key of a server</source>
        <translation>为服务器的密钥命名</translation>
    </message>
</context>
<context>
    <name>Tempera::LabelQualityModel</name>
    <message>
        <source>Correct cases among those that were given this label</source>
        <translation>被判为此标签的用例中正确的比例</translation>
    </message>
    <message>
        <source>Cases of this label that were given it; undecided ones count as missed</source>
        <translation>属于此标签的用例中被判为此标签的比例；未决的算作遗漏</translation>
    </message>
    <message>
        <source>How often this was the likeliest label, without the threshold</source>
        <translation>不计阈值时，此标签为最可能标签的次数</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>判为 %1</translation>
    </message>
    <message>
        <source>%1 of %2 decided, %3 undecided</source>
        <translation>已决 %1/%2，未决 %3</translation>
    </message>
    <message>
        <source>accuracy %1 (%2 of %3)</source>
        <translation>准确率 %1（%2/%3）</translation>
    </message>
    <message>
        <source>Brier score %1</source>
        <translation>Brier 分数 %1</translation>
    </message>
    <message>
        <source>calibration error %1</source>
        <translation>校准误差 %1</translation>
    </message>
    <message>
        <source>no case says which label is right</source>
        <translation>没有用例注明哪个标签正确</translation>
    </message>
    <message>
        <source>in %1 the model prefers none of the labels</source>
        <translation>其中 %1 个，模型更可能不说任何标签</translation>
    </message>
</context>
<context>
    <name>Tempera::LabelsPanel</name>
    <message>
        <source>Compute &amp;Label Probabilities</source>
        <translation>计算标签概率(&amp;L)</translation>
    </message>
    <message>
        <source>Ask the local models how likely each label is, without generating anything (Ctrl+Shift+L)</source>
        <translation>询问本地模型各标签的概率，不生成任何内容 (Ctrl+Shift+L)</translation>
    </message>
    <message>
        <source>Labels, separated by commas</source>
        <translation>标签，以逗号分隔</translation>
    </message>
    <message>
        <source>positive, negative, neutral</source>
        <translation>positive, negative, neutral</translation>
    </message>
    <message>
        <source>&amp;Labels:</source>
        <translation>标签(&amp;L)：</translation>
    </message>
    <message>
        <source>Take the labels from the checks and the prompt</source>
        <translation>从检查和提示词中获取标签</translation>
    </message>
    <message>
        <source>&amp;Ignore case</source>
        <translation>不区分大小写(&amp;A)</translation>
    </message>
    <message>
        <source>&quot;Positive&quot; counts as &quot;positive&quot;</source>
        <translation>“Positive”视同“positive”</translation>
    </message>
    <message>
        <source>Probabilities of the labels</source>
        <translation>各标签的概率</translation>
    </message>
    <message>
        <source>Precision and recall of each label</source>
        <translation>各标签的识别效果</translation>
    </message>
    <message>
        <source>Decision threshold</source>
        <translation>给出标签所需的占比</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>&amp;Decision threshold</source>
        <translation>决定所需占比(&amp;D)</translation>
    </message>
    <message>
        <source>The labels have been changed since: compute again.</source>
        <translation>标签在此之后已更改：请重新计算。</translation>
    </message>
    <message>
        <source>Prompt, cases or models have been edited since: hatched bars are out of date.</source>
        <translation>提示词、用例或模型在此之后已编辑：带斜线的条形已过时。</translation>
    </message>
    <message>
        <source>There is no variant yet. Add a local model: it can compute how likely each label is.</source>
        <translation>还没有变体。请添加本地模型：它能给出每个标签的概率。</translation>
    </message>
    <message>
        <source>For a classification prompt, the exact probability of each label is shown here for every case. Type the labels above, or name them in the prompt (&quot;positive, negative or neutral&quot;) or in the checks.</source>
        <translation>对于分类提示词，此处显示每个用例中各标签的精确概率。请在上方输入标签，或在提示词（“positive, negative or neutral”）或检查中写明。</translation>
    </message>
    <message>
        <source>Compute label probabilities (Ctrl+Shift+L) asks each local model how likely each label is as the answer, for every case. Nothing is generated; sampling settings do not matter.</source>
        <translation>“计算标签概率”(Ctrl+Shift+L) 会针对每个用例询问各本地模型每个标签作为回答的概率。不生成任何内容；采样设置不起作用。</translation>
    </message>
</context>
<context>
    <name>Tempera::LabelsTableModel</name>
    <message>
        <source>? undecided</source>
        <translation>? 未决</translation>
    </message>
    <message>
        <source>%1 (lower bounds)</source>
        <translation>%1（下界）</translation>
    </message>
    <message>
        <source>%1 (edited since)</source>
        <translation>%1（此后已编辑）</translation>
    </message>
    <message>
        <source>no variables</source>
        <translation>无变量</translation>
    </message>
    <message>
        <source>P(%1 | prompt) = %2; share among the labels %3</source>
        <translation>P(%1 | 提示词) = %2；在各标签中的占比 %3</translation>
    </message>
    <message>
        <source>Probability that the answer begins with none of the labels</source>
        <translation>回答不以任何标签开头的概率</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>均不是</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>%1 (more likely none of them)</source>
        <translation>%1（更可能都不是）</translation>
    </message>
    <message>
        <source>Unconstrained, the model would say something other than a label (%1). The shares and the decision tell what it would say if it had to choose one: with a grammar, or with a prompt that asks for the label alone.</source>
        <translation>若不加约束，模型会说标签以外的内容（%1）。份额和判定表示的是它必须选择一个标签时会说什么：使用语法约束，或用只要求标签的提示词。</translation>
    </message>
</context>
<context>
    <name>Tempera::LensState</name>
    <message>
        <source>Apply “what if” settings</source>
        <translation>应用“假设”设置</translation>
    </message>
    <message>
        <source>Choose a token first.</source>
        <translation>请先选择一个词元。</translation>
    </message>
    <message>
        <source>Only answers of local models can be continued from one of their tokens.</source>
        <translation>只有本地模型的回答才能从其中某个词元处续写。</translation>
    </message>
    <message>
        <source>A prompt is not drawn: only answers can be continued from one of their tokens.</source>
        <translation>提示词不是抽取出来的：只有回答才能从其中某个词元处续写。</translation>
    </message>
</context>
<context>
    <name>Tempera::LibraryPanel</name>
    <message>
        <source>Library</source>
        <translation>资源库</translation>
    </message>
    <message>
        <source>Pages of the library</source>
        <translation>资源库的页面</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Runs in the ledger</source>
        <translation>账本中的运行</translation>
    </message>
    <message>
        <source>No runs yet. Press Ctrl+Return: every finished answer is kept here.</source>
        <translation>还没有运行。请按 Ctrl+Return：每个完成的回答都会保存在此处。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Context: %1 tokens, answers up to %2</source>
        <translation>上下文：%1 词元，回答最多 %2</translation>
    </message>
    <message>
        <source>Price per million tokens: %1 in, %2 out</source>
        <translation>每百万词元价格：输入 %1，输出 %2</translation>
    </message>
    <message>
        <source>Does not take: %1</source>
        <translation>不支持：%1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Double-click a run to see its answers again; Delete stops one that is running</source>
        <translation>双击运行可再次查看其答案；Delete 键停止仍在进行的运行</translation>
    </message>
    <message>
        <source>&amp;Stop This Run</source>
        <translation>停止此运行(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Resume Run</source>
        <translation>恢复运行(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Tempera::LiveEstimate</name>
    <message>
        <source>Nothing to run yet</source>
        <translation>还没有可运行的内容</translation>
    </message>
    <message>
        <source>≤ %1 out</source>
        <translation>输出 ≤ %1</translation>
    </message>
    <message>
        <source>counting tokens…</source>
        <translation>正在计算词元…</translation>
    </message>
    <message numerus="yes">
        <source>%1 cell(s)</source>
        <translation>
            <numerusform>%1 个单元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s) in</source>
        <translation>
            <numerusform>输入 %1 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>likely %1 (%2)</source>
        <translation>很可能 %1（%2）</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>how long a run takes</comment>
        <translation>约 %1</translation>
    </message>
</context>
<context>
    <name>Tempera::MachinePage</name>
    <message>
        <source>&amp;Threads</source>
        <translation>线程数(&amp;T)</translation>
    </message>
    <message>
        <source>Processor cores that a model uses. More than the machine has make it slower.</source>
        <translation>模型计算所用的核心数。超过本机核心数反而更慢。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>&amp;Context</source>
        <translation>上下文(&amp;C)</translation>
    </message>
    <message>
        <source>Longest prompt and answer together. A longer one takes more memory.</source>
        <translation>提示词与回答合计的最大长度。越长占用内存越多。</translation>
    </message>
    <message>
        <source>The model&apos;s own, at most 8,192</source>
        <translation>模型自身的长度，最多 8,192</translation>
    </message>
    <message>
        <source>&amp;KV cache</source>
        <translation>保存格式(&amp;K)</translation>
    </message>
    <message>
        <source>Data type of the KV cache. q8_0 takes half the memory of f16 and q4_0 a quarter, at a small loss of quality. Strict mode always uses f16.</source>
        <translation>上下文的保存格式。q8_0 占用的内存是 f16 的一半，q4_0 是四分之一，质量略有下降。严格模式始终使用 f16。</translation>
    </message>
    <message>
        <source>&amp;Flash attention</source>
        <translation>Flash attention(&amp;F)</translation>
    </message>
    <message>
        <source>Computes attention in one pass: faster, and less memory for long contexts.</source>
        <translation>一次完成注意力计算：更快，长上下文占用的内存更少。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;GPU layers</source>
        <translation>GPU 层数(&amp;G)</translation>
    </message>
    <message>
        <source>All that fit</source>
        <translation>尽可能多</translation>
    </message>
    <message>
        <source>RPC workers</source>
        <translation>RPC 工作节点</translation>
    </message>
    <message>
        <source>host:port, host:port</source>
        <translation>host:port, host:port</translation>
    </message>
    <message>
        <source>&amp;RPC workers</source>
        <translation>RPC 工作节点(&amp;R)</translation>
    </message>
    <message>
        <source>Machines with llama.cpp&apos;s rpc-server that hold a part of a model too large for this one. The connection is not encrypted.</source>
        <translation>运行 llama.cpp 的 rpc-server 的计算机，用于承载本机放不下的模型的一部分。传输的内容不加密。</translation>
    </message>
    <message>
        <source>&amp;Models kept loaded</source>
        <translation>保留的模型数(&amp;M)</translation>
    </message>
    <message>
        <source>Models that stay loaded when nothing uses them.</source>
        <translation>未被使用时仍保持加载的模型数。</translation>
    </message>
    <message>
        <source>&amp;Unload after</source>
        <translation>卸载等待时间(&amp;U)</translation>
    </message>
    <message>
        <source>Minutes until a model that nothing uses is unloaded.</source>
        <translation>未被使用的模型在卸载前等待的分钟数。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>&amp;Estimate for</source>
        <translation>估算对象(&amp;E)</translation>
    </message>
    <message>
        <source>Memory that this model would need with the settings above.</source>
        <translation>按上述设置，此模型将占用的内存。</translation>
    </message>
    <message>
        <source>No model on this machine is known yet.</source>
        <translation>尚无已知的本机模型。</translation>
    </message>
    <message>
        <source>About %1: weights %2, KV cache %3, compute buffers %4.</source>
        <translation>约 %1：权重 %2，上下文 %3，计算 %4。</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>可用 %1。</translation>
    </message>
    <message>
        <source>Only %1 is free: it would not be loaded.</source>
        <translation>仅可用 %1：将无法加载。</translation>
    </message>
    <message>
        <source>&amp;Alternatives</source>
        <translation>备选(&amp;A)</translation>
    </message>
    <message>
        <source>Most likely alternatives stored for each token, 8 bytes each; the rest is stored as a histogram.</source>
        <translation>每个词元保留的最可能备选数，每个 8 字节；其余可能性较低者以直方图计数保留。</translation>
    </message>
    <message>
        <source>Layers in the memory of a graphics card or of RPC workers. Without either this does nothing.</source>
        <translation>放在显卡或 RPC 工作节点内存中的层数。两者都没有时不起作用。</translation>
    </message>
</context>
<context>
    <name>Tempera::MainWindow</name>
    <message>
        <source>Library</source>
        <translation>资源库</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>repeat ×</source>
        <translation>重复 ×</translation>
    </message>
    <message>
        <source>How often each cell is run</source>
        <translation>每个单元的运行次数</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>新建实验</translation>
    </message>
    <message>
        <source>Change the repeats</source>
        <translation>更改重复次数</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>重做(&amp;D)</translation>
    </message>
    <message>
        <source>V&amp;ariant</source>
        <translation>变体(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go To</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Next Pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Previous Pane</source>
        <translation>上一个窗格</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>键盘快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;About Tempera</source>
        <translation>关于 Tempera(&amp;A)</translation>
    </message>
    <message>
        <source>Tempera</source>
        <translation>Tempera</translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation>词元(&amp;T)</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Token Alternatives</source>
        <translation>词元的备选项</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Take the experiment of a run</source>
        <translation>采用某次运行的实验</translation>
    </message>
    <message>
        <source>&amp;Import Cases…</source>
        <translation>导入用例(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Rendered Prompt</source>
        <translation>渲染后的提示词(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Maximise or Restore Pane</source>
        <translation>最大化或还原窗格(&amp;M)</translation>
    </message>
    <message>
        <source>Rendered Prompt</source>
        <translation>渲染后的提示词</translation>
    </message>
    <message>
        <source>Next Prompt Problem</source>
        <translation>下一个提示词问题</translation>
    </message>
    <message>
        <source>Previous Prompt Problem</source>
        <translation>上一个提示词问题</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>case %1</source>
        <translation>用例 %1</translation>
    </message>
    <message>
        <source>becomes a column</source>
        <translation>成为一列</translation>
    </message>
    <message>
        <source>Nothing was run. %1</source>
        <translation>没有运行。%1</translation>
    </message>
    <message>
        <source>%1 Runs are kept only until the program quits. The ledger can be renamed and a new one started; nothing is deleted.</source>
        <translation>%1 运行只保留到程序结束为止。可以将账本改名以新建一个；不会删除任何内容。</translation>
    </message>
    <message>
        <source>&amp;Set Aside and Start a New One</source>
        <translation>移开并新建(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>稍后(&amp;L)</translation>
    </message>
    <message>
        <source>The old ledger is now %1.</source>
        <translation>旧账本现在是 %1。</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Compare — Tempera</source>
        <translation>比较 — Tempera</translation>
    </message>
    <message>
        <source>Compare in a &amp;Window of Its Own</source>
        <translation>在独立窗口中比较(&amp;W)</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>S&amp;pend…</source>
        <translation>花费(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Prompts</source>
        <translation>提示词(&amp;P)</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Show Re&amp;quest</source>
        <translation>显示请求(&amp;Q)</translation>
    </message>
    <message>
        <source>Response &amp;Cache…</source>
        <translation>响应缓存(&amp;C)…</translation>
    </message>
    <message>
        <source>Batches are being sent. The window closes when it is known what came of it.</source>
        <translation>正在发送批处理。有结果后窗口会关闭。</translation>
    </message>
    <message>
        <source>&amp;Fetch Answers</source>
        <translation>获取回答(&amp;F)</translation>
    </message>
</context>
<context>
    <name>Tempera::MarkdownPane</name>
    <message>
        <source>[picture: %1]</source>
        <translation>[图片：%1]</translation>
    </message>
</context>
<context>
    <name>Tempera::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>Tempera::MessageEditor</name>
    <message>
        <source>Write here. {{ name }} inserts the value of a variable of the case.</source>
        <translation>在此书写。{{ name }} 会填入用例中变量的值。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Tokens of this message&apos;s text as it is written, before variables are filled in</source>
        <translation>此消息原文的词元数（填入变量之前）</translation>
    </message>
    <message>
        <source>Move this message up</source>
        <translation>上移此消息</translation>
    </message>
    <message>
        <source>Move this message down</source>
        <translation>下移此消息</translation>
    </message>
    <message>
        <source>Remove this message</source>
        <translation>移除此消息</translation>
    </message>
    <message>
        <source>Role of message %1</source>
        <translation>消息 %1 的角色</translation>
    </message>
    <message>
        <source>Text of message %1</source>
        <translation>消息 %1 的文本</translation>
    </message>
    <message>
        <source>Move message %1 up</source>
        <translation>上移消息 %1</translation>
    </message>
    <message>
        <source>Move message %1 down</source>
        <translation>下移消息 %1</translation>
    </message>
    <message>
        <source>Remove message %1</source>
        <translation>移除消息 %1</translation>
    </message>
</context>
<context>
    <name>Tempera::MessagesPage</name>
    <message>
        <source>Messages of the prompt</source>
        <translation>提示词的消息</translation>
    </message>
    <message>
        <source>Add message</source>
        <translation>添加消息</translation>
    </message>
    <message>
        <source>Edit the prompt</source>
        <translation>编辑提示词</translation>
    </message>
    <message>
        <source>Change a role</source>
        <translation>更改角色</translation>
    </message>
    <message>
        <source>Remove a message</source>
        <translation>移除消息</translation>
    </message>
    <message>
        <source>Move a message</source>
        <translation>移动消息</translation>
    </message>
    <message>
        <source>Add a prompt</source>
        <translation>添加提示词</translation>
    </message>
    <message>
        <source>Add a message</source>
        <translation>添加消息</translation>
    </message>
</context>
<context>
    <name>Tempera::ModelsPage</name>
    <message>
        <source>Models on this machine</source>
        <translation>本机的模型</translation>
    </message>
    <message>
        <source>Double-click a model to add a column with it</source>
        <translation>双击模型可添加使用它的一列</translation>
    </message>
    <message>
        <source>No model file is known. Add a GGUF file or a folder, or drop it here.</source>
        <translation>没有已知的模型文件。请添加 GGUF 文件或文件夹，或拖放到此处。</translation>
    </message>
    <message>
        <source>Details of the selected model</source>
        <translation>所选模型的信息</translation>
    </message>
    <message>
        <source>Hosted models</source>
        <translation>托管模型</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>添加模型文件…</translation>
    </message>
    <message>
        <source>Add a folder of models…</source>
        <translation>添加模型文件夹…</translation>
    </message>
    <message>
        <source>Add a column with this model</source>
        <translation>添加使用此模型的一列</translation>
    </message>
    <message>
        <source>Remove it from the library; the file stays</source>
        <translation>移出资源库；文件会保留</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>Tempera::OrderEditor</name>
    <message>
        <source>Alt+Up and Alt+Down move a sampler, the space bar switches it on and off.</source>
        <translation>Alt+Up 和 Alt+Down 移动采样器，空格键将其开启或关闭。</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>前移 (Alt+Up)</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>后移 (Alt+Down)</translation>
    </message>
    <message>
        <source>Back to the default order</source>
        <translation>恢复默认顺序</translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation>惩罚</translation>
    </message>
    <message>
        <source>DRY</source>
        <translation>DRY</translation>
    </message>
    <message>
        <source>XTC</source>
        <translation>XTC</translation>
    </message>
</context>
<context>
    <name>Tempera::PaletteModel</name>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>Tempera::ParameterControl</name>
    <message>
        <source>%1, slider</source>
        <translation>%1，滑块</translation>
    </message>
    <message>
        <source>A number from %1 to %2.</source>
        <translation>%1 到 %2 之间的数。</translation>
    </message>
    <message>
        <source>A whole number from %1.</source>
        <translation>不小于 %1 的整数。</translation>
    </message>
    <message>
        <source>A number from %1.</source>
        <translation>不小于 %1 的数。</translation>
    </message>
    <message>
        <source>%1; separate with commas, \n is a line end</source>
        <translation>%1；用逗号分隔，\n 表示换行</translation>
    </message>
</context>
<context>
    <name>Tempera::ParameterEditor</name>
    <message>
        <source>Send %1</source>
        <translation>发送“%1”</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Dynamic range</source>
        <translation>动态范围</translation>
    </message>
    <message>
        <source>Dynamic exponent</source>
        <translation>动态指数</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Typical-p</source>
        <translation>Typical-p</translation>
    </message>
    <message>
        <source>Top-n-sigma</source>
        <translation>Top-n-sigma</translation>
    </message>
    <message>
        <source>XTC probability</source>
        <translation>XTC 概率</translation>
    </message>
    <message>
        <source>XTC threshold</source>
        <translation>XTC 阈值</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>Penalty last N</source>
        <translation>回看词元数</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>频率惩罚</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>存在惩罚</translation>
    </message>
    <message>
        <source>DRY multiplier</source>
        <translation>DRY 乘数</translation>
    </message>
    <message>
        <source>DRY base</source>
        <translation>DRY 底数</translation>
    </message>
    <message>
        <source>DRY allowed length</source>
        <translation>DRY 允许长度</translation>
    </message>
    <message>
        <source>DRY penalty last N</source>
        <translation>DRY 回看词元数</translation>
    </message>
    <message>
        <source>DRY sequence breakers</source>
        <translation>DRY 中断符</translation>
    </message>
    <message>
        <source>Mirostat version</source>
        <translation>Mirostat 版本</translation>
    </message>
    <message>
        <source>Mirostat target</source>
        <translation>Mirostat 目标</translation>
    </message>
    <message>
        <source>Mirostat learning rate</source>
        <translation>Mirostat 速率</translation>
    </message>
    <message>
        <source>Logit bias</source>
        <translation>Logit 偏置</translation>
    </message>
    <message>
        <source>Grammar</source>
        <translation>语法</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON schema</translation>
    </message>
    <message>
        <source>Sampler order</source>
        <translation>采样器顺序</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>最大词元数</translation>
    </message>
    <message>
        <source>Stop strings</source>
        <translation>停止字符串</translation>
    </message>
    <message>
        <source>0 always takes the most likely token; higher values flatten the distribution.</source>
        <translation>0 表示总是取最可能的词元；值越大，分布越平坦。</translation>
    </message>
    <message>
        <source>Temperature varies by up to this: lower where the model is sure, higher where it is not. 0 keeps it fixed.</source>
        <translation>温度最多变动此幅度：模型有把握时降低，没有把握时升高。0 表示固定不变。</translation>
    </message>
    <message>
        <source>Above 1 the temperature stays low for longer as the model gets less sure. 1 is linear.</source>
        <translation>大于 1 时，随着模型把握降低，温度会更久地保持在低位。1 表示线性。</translation>
    </message>
    <message>
        <source>Keeps only the k most likely tokens. 0 keeps all.</source>
        <translation>只保留最可能的 k 个词元。0 表示全部保留。</translation>
    </message>
    <message>
        <source>Keeps the most likely tokens that together have this probability. 1 keeps all.</source>
        <translation>只保留累计概率达到此值的最可能词元。1 表示全部保留。</translation>
    </message>
    <message>
        <source>Drops tokens less likely than this share of the best one. 0 drops none.</source>
        <translation>丢弃概率低于最佳词元此比例的词元。0 表示不丢弃。</translation>
    </message>
    <message>
        <source>Keeps the tokens whose surprise is nearest to the expected one, up to this total probability. 1 keeps all.</source>
        <translation>保留意外程度与此处平常水平相当的词元，直到累计概率达到此值。1 表示全部保留。</translation>
    </message>
    <message>
        <source>Keeps tokens whose logit is within n standard deviations of the best. 0 keeps all.</source>
        <translation>保留 logit 与最佳值相差不超过 n 个标准差的词元。0 表示全部保留。</translation>
    </message>
    <message>
        <source>How often the top choices are removed, so that something less common comes. 0 is never.</source>
        <translation>略去最佳选项的频率，使较不寻常的内容得以出现。0 表示从不。</translation>
    </message>
    <message>
        <source>Of the tokens above this probability only the least likely stays. Above 0.5 it does nothing.</source>
        <translation>概率高于此值的词元中，只保留最不可能的一个。大于 0.5 时不起作用。</translation>
    </message>
    <message>
        <source>Makes recently used tokens less likely. 1 changes nothing.</source>
        <translation>降低刚用过的词元的概率。1 表示不变。</translation>
    </message>
    <message>
        <source>How many tokens count as recently used. 0 switches the penalties off, -1 takes all.</source>
        <translation>视为刚用过的词元数。0 表示关闭各项惩罚，-1 表示全部。</translation>
    </message>
    <message>
        <source>Lowers a token by how often it was used. 0 changes nothing.</source>
        <translation>按使用次数降低词元的概率。0 表示不变。</translation>
    </message>
    <message>
        <source>Lowers a token that was used at all. 0 changes nothing.</source>
        <translation>降低已出现过的词元的概率。0 表示不变。</translation>
    </message>
    <message>
        <source>How much a token that would continue a repeated passage is lowered. 0 is off.</source>
        <translation>对会延续重复段落的词元的降低程度。0 表示关闭。</translation>
    </message>
    <message>
        <source>The penalty grows by this factor with every further repeated token.</source>
        <translation>每多重复一个词元，惩罚就按此倍数增长。</translation>
    </message>
    <message>
        <source>Passages up to this many tokens may be repeated freely.</source>
        <translation>不超过此词元数的段落可以自由重复。</translation>
    </message>
    <message>
        <source>How many tokens are searched for repeated passages. -1 takes all.</source>
        <translation>在这么多词元中查找重复段落。-1 表示全部。</translation>
    </message>
    <message>
        <source>A repeated passage ends at any of these.</source>
        <translation>重复段落在遇到其中任何一个时结束。</translation>
    </message>
    <message>
        <source>Keeps the surprise of the text constant; replaces the other samplers except temperature. 0 is off.</source>
        <translation>使文本保持均匀的意外度；取代除温度以外的其他采样器。0 表示关闭。</translation>
    </message>
    <message>
        <source>The target surprise, in bits per token.</source>
        <translation>目标意外度，以每词元的比特数计。</translation>
    </message>
    <message>
        <source>How fast the target is approached.</source>
        <translation>接近目标的速度。</translation>
    </message>
    <message>
        <source>Makes single tokens or words more or less likely, or bans them.</source>
        <translation>提高或降低个别词元或词语的概率，或予以禁止。</translation>
    </message>
    <message>
        <source>The answer follows this grammar (GBNF).</source>
        <translation>回答遵循此语法 (GBNF)。</translation>
    </message>
    <message>
        <source>The answer is JSON that follows this schema.</source>
        <translation>回答是符合此 schema 的 JSON。</translation>
    </message>
    <message>
        <source>The samplers are applied in this order; one that is not in the list does nothing.</source>
        <translation>采样器按此顺序工作；不在列表中的采样器不起作用。</translation>
    </message>
    <message>
        <source>The answer ends before any of these.</source>
        <translation>回答在出现其中任何一个之前结束。</translation>
    </message>
    <message>
        <source>The answer is cut off after this many tokens. -1 sets no limit other than the context.</source>
        <translation>回答在达到这么多词元后截断。-1 表示除上下文外不设上限。</translation>
    </message>
    <message>
        <source>It determines the random numbers. On a local model an identical request with the same seed gives the same text where &quot;Strict&quot; is on. Where it is off, a second run may give another text: what else runs and what was asked before can tip a close decision. A server decides for itself. Each answer says what holds for it.</source>
        <translation>它决定随机数。在本地模型上，“严格”开启时，种子相同的相同请求给出相同的文本。关闭时，再次运行可能给出不同的文本：同时运行的内容和此前的请求可能左右势均力敌的选择。服务器则自行决定。每个回答都会说明其适用的情况。</translation>
    </message>
</context>
<context>
    <name>Tempera::PeopleStudy</name>
    <message>
        <source>All checks together</source>
        <translation>所有检查合计</translation>
    </message>
    <message>
        <source>Judge %1</source>
        <translation>评审模型 %1</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>检查 %1</translation>
    </message>
    <message>
        <source>%1 rated answers are too few, or too much alike, to be compared with the checks</source>
        <translation>%1 个已评价的回答太少或彼此过于相似，无法与检查比较</translation>
    </message>
    <message>
        <source>By people&apos;s ratings %1</source>
        <translation>按人工评价：%1</translation>
    </message>
</context>
<context>
    <name>Tempera::PresetMenu</name>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Sampling presets</source>
        <translation>采样预设</translation>
    </message>
    <message>
        <source>Named sampling settings: apply, save, import</source>
        <translation>已命名的采样设置：应用、保存、导入</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save a Preset</source>
        <translation>保存预设</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename a Preset</source>
        <translation>重命名预设</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>预设的名称：</translation>
    </message>
    <message>
        <source>Saved as &quot;%1&quot;.</source>
        <translation>已保存为“%1”。</translation>
    </message>
    <message>
        <source>Renamed to &quot;%1&quot;.</source>
        <translation>现已改名为“%1”。</translation>
    </message>
    <message>
        <source>The preset &quot;%1&quot; was deleted.</source>
        <translation>预设“%1”已删除。</translation>
    </message>
    <message>
        <source>Imported as &quot;%1&quot;.</source>
        <translation>已导入为“%1”。</translation>
    </message>
    <message>
        <source>Not imported: %1.</source>
        <translation>未采用：%1。</translation>
    </message>
    <message>
        <source>Import from Another Program…</source>
        <translation>从其他程序导入…</translation>
    </message>
</context>
<context>
    <name>Tempera::PriceChangesModel</name>
    <message>
        <source>It differs by more than a hundredth.</source>
        <translation>相差超过百分之一。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Per 1M tokens</source>
        <translation>每百万词元</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已公布</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>Tempera::PricesPage</name>
    <message>
        <source>Prices come with the program, each with its day. Here you can look up a published list; nothing is fetched unless you ask, and nothing is taken before you have seen what changes.</source>
        <translation>价格随程序提供，每个价格都注明日期。您可以在此查询公布的列表；除非您要求，否则不会获取任何内容；在您看到变化之前，也不会采用任何内容。</translation>
    </message>
    <message>
        <source>Address of the list: https, or a file; in the form of LiteLLM&apos;s</source>
        <translation>列表的地址：https 或文件；采用 LiteLLM 列表的格式</translation>
    </message>
    <message>
        <source>&amp;Look up</source>
        <translation>查询(&amp;L)</translation>
    </message>
    <message>
        <source>Li&amp;st</source>
        <translation>列表(&amp;S)</translation>
    </message>
    <message>
        <source>What the list would change</source>
        <translation>列表会带来的变化</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>表格的列</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>全部(&amp;A)</translation>
    </message>
    <message>
        <source>Choose all changes, also of models that the catalog does not know</source>
        <translation>选择所有变化，也包括目录中没有的模型</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>采用(&amp;T)</translation>
    </message>
    <message>
        <source>Back to the &amp;built-in prices</source>
        <translation>恢复内置价格(&amp;B)</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>What an hour of this machine costs, in US dollars</source>
        <translation>本机每小时的费用，以美元计</translation>
    </message>
    <message>
        <source>Watts that this machine takes while it answers</source>
        <translation>本机回答时的功率，以瓦计</translation>
    </message>
    <message>
        <source>What a kilowatt-hour costs, in US dollars</source>
        <translation>每千瓦时的费用，以美元计</translation>
    </message>
    <message>
        <source>Models on this machine cost nothing, unless you say what its time costs: an hour, or watts and what a kilowatt-hour costs.</source>
        <translation>本机上的模型不产生费用，除非您注明本机时间的费用：每小时费用，或瓦数与每千瓦时的费用。</translation>
    </message>
    <message>
        <source>An &amp;hour $</source>
        <translation>每小时 $(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Watts</source>
        <translation>瓦数(&amp;W)</translation>
    </message>
    <message>
        <source>A &amp;kWh $</source>
        <translation>每 kWh $(&amp;K)</translation>
    </message>
    <message>
        <source>Reading the list …</source>
        <translation>正在读取列表 …</translation>
    </message>
    <message>
        <source>No price differs.</source>
        <translation>没有不同的价格。</translation>
    </message>
    <message>
        <source>Different prices of known models: %1, of these by more than 1 %: %2. Prices of other models: %3.</source>
        <translation>已知模型中不同的价格：%1，其中相差超过 1% 的：%2。其他模型的价格：%3。</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) taken.</source>
        <translation>
            <numerusform>已采用 %n 个价格。</numerusform>
        </translation>
    </message>
    <message>
        <source>The built-in prices hold again.</source>
        <translation>已重新使用内置价格。</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) of a list hold now.</source>
        <translation>
            <numerusform>现在使用列表中的 %n 个价格。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::PromptPanel</name>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Pages of the prompt</source>
        <translation>提示词的页面</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
</context>
<context>
    <name>Tempera::PromptScoring</name>
    <message>
        <source>Run this case first: the prompt is scored as it was sent.</source>
        <translation>请先运行此用例：提示词按发送时的内容评分。</translation>
    </message>
    <message>
        <source>Only local models can say how expected the tokens of a prompt are.</source>
        <translation>只有本地模型能给出提示词中各词元的预期程度。</translation>
    </message>
    <message>
        <source>On this machine; it costs time, but no money.</source>
        <translation>在此计算机上进行；耗费时间，但不花钱。</translation>
    </message>
    <message>
        <source>The whole prompt is evaluated once more. %1</source>
        <translation>整个提示词会再计算一遍。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) of the prompt are evaluated once more.</source>
        <translation>
            <numerusform>提示词的 %n 个词元会再计算一遍。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::PromptTabs</name>
    <message>
        <source>Prompts: which one is edited and compared</source>
        <translation>提示词：选择要编辑和比较的一个</translation>
    </message>
    <message>
        <source>Next Prompt</source>
        <translation>下一个提示词</translation>
    </message>
    <message>
        <source>Previous Prompt</source>
        <translation>上一个提示词</translation>
    </message>
    <message>
        <source>Add Prompt</source>
        <translation>添加提示词</translation>
    </message>
    <message>
        <source>Duplicate Prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Rename Prompt</source>
        <translation>重命名提示词</translation>
    </message>
    <message>
        <source>Move Prompt Left</source>
        <translation>左移提示词</translation>
    </message>
    <message>
        <source>Move Prompt Right</source>
        <translation>右移提示词</translation>
    </message>
    <message>
        <source>Remove Prompt</source>
        <translation>移除提示词</translation>
    </message>
    <message>
        <source>Remove a prompt</source>
        <translation>移除提示词</translation>
    </message>
    <message>
        <source>Add a prompt</source>
        <translation>添加提示词</translation>
    </message>
    <message>
        <source>Duplicate a prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Move a prompt</source>
        <translation>移动提示词</translation>
    </message>
    <message>
        <source>New name of the prompt</source>
        <translation>提示词的新名称</translation>
    </message>
    <message>
        <source>Rename a prompt</source>
        <translation>重命名提示词</translation>
    </message>
</context>
<context>
    <name>Tempera::QuestionBar</name>
    <message>
        <source>Question</source>
        <translation>询问</translation>
    </message>
</context>
<context>
    <name>Tempera::RatingActions</name>
    <message>
        <source>Good Answer</source>
        <translation>好的回答</translation>
    </message>
    <message>
        <source>Bad Answer</source>
        <translation>差的回答</translation>
    </message>
    <message>
        <source>Score, Tags, Comment…</source>
        <translation>评分、标记、评论…</translation>
    </message>
</context>
<context>
    <name>Tempera::RatingBar</name>
    <message>
        <source>An answer that is whole can be rated</source>
        <translation>只有完整的回答可以评价</translation>
    </message>
</context>
<context>
    <name>Tempera::RatingDialog</name>
    <message>
        <source>Rate the Answer</source>
        <translation>评价回答</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>两者皆非</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>差</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source> of 100</source>
        <translation> / 100</translation>
    </message>
    <message>
        <source>too-long, wrong-tone</source>
        <translation>太长, 语气不当</translation>
    </message>
    <message>
        <source>T&amp;humb</source>
        <translation>赞或踩(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Score</source>
        <translation>评分(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标记(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>评论(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Tempera::Recovery</name>
    <message>
        <source>An experiment that was never saved has been kept since %1.</source>
        <translation>有一个从未保存的实验自 %1 起被保留。</translation>
    </message>
    <message>
        <source>Changes to %1 that were not saved have been kept since %2.</source>
        <translation>对 %1 的未保存更改自 %2 起被保留。</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>稍后(&amp;L)</translation>
    </message>
    <message>
        <source>Recover what was not saved</source>
        <translation>恢复未保存的内容</translation>
    </message>
    <message>
        <source>1 key that was typed is not kept in drafts; enter it again at line %1.</source>
        <translation>键入的 1 个密钥不会保存在草稿中；请在第 %1 行重新输入。</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) that were typed are not kept in drafts; enter them again at lines %1.</source>
        <translation>
            <numerusform>键入的 %n 个密钥不会保存在草稿中；请在第 %1 行重新输入。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::RenderedPane</name>
    <message>
        <source>The prompt as it is sent</source>
        <translation>发送时的提示词</translation>
    </message>
    <message>
        <source>Ra&amp;w</source>
        <translation>原始(&amp;W)</translation>
    </message>
    <message>
        <source>Raw text with the chat template</source>
        <translation>带聊天模板的原始文本</translation>
    </message>
    <message>
        <source>Problems of the prompts</source>
        <translation>提示词的问题</translation>
    </message>
    <message>
        <source>Return or a click goes there; F8 and Shift+F8 go from one to the next</source>
        <translation>回车或单击可跳转；F8 和 Shift+F8 逐个切换</translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation>渲染结果</translation>
    </message>
    <message>
        <source>Rendered: case %1</source>
        <translation>渲染结果：用例 %1</translation>
    </message>
    <message>
        <source>Rendered: case %1, %2</source>
        <translation>渲染结果：用例 %1，%2</translation>
    </message>
    <message>
        <source>cannot be sent</source>
        <translation>无法发送</translation>
    </message>
    <message>
        <source>There are no tokens and no price to show until the problems below are fixed</source>
        <translation>在修复下列问题之前，无法得出其词元数和价格</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>%1, exact</source>
        <translation>%1，精确</translation>
    </message>
    <message>
        <source>By the tokenizer and the chat template of %1</source>
        <translation>按 %1 的分词器和聊天模板计算</translation>
    </message>
    <message>
        <source>An estimate for %1: its tokenizer or its chat template is not known here</source>
        <translation>约为 %1 所读入的数量：此处不知其分词器或聊天模板</translation>
    </message>
    <message>
        <source>Reading the model&apos;s chat template…</source>
        <translation>正在读取模型的聊天模板…</translation>
    </message>
    <message>
        <source>The prompt as the model reads it</source>
        <translation>模型读到的提示词</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) that an answer took values from</source>
        <translation>
            <numerusform>%n 处被回答取用了值</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::RequestDialog</name>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Ways to write the request</source>
        <translation>请求的写法</translation>
    </message>
    <message>
        <source>As it is sent</source>
        <translation>按发送的原样</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the whole text of this page</source>
        <translation>复制此页的全部文本</translation>
    </message>
    <message>
        <source>Answered in this process: nothing is sent. This is what the model is asked, in Tempera&apos;s own words.</source>
        <translation>在本进程内回答：不发送任何内容。这是向模型提出的请求，以 Tempera 自己的形式表示。</translation>
    </message>
    <message>
        <source>This is sent to %1.</source>
        <translation>此内容发送到 %1。</translation>
    </message>
    <message>
        <source>This is sent to %1. What is secret is left out; the programs take it from the environment: %2.</source>
        <translation>此内容发送到 %1。机密信息已略去；程序会从环境中读取：%2。</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>请求的内容</translation>
    </message>
    <message>
        <source>%1 more characters; Copy takes all</source>
        <translation>还有 %1 个字符；“复制”会复制全部</translation>
    </message>
</context>
<context>
    <name>Tempera::RequestViews</name>
    <message>
        <source>This cell was not asked yet: there is no request before it is run.</source>
        <translation>此单元尚未请求：运行之前没有请求。</translation>
    </message>
    <message>
        <source>The request is being read from the ledger.</source>
        <translation>正在从账本读取请求。</translation>
    </message>
    <message>
        <source>The prompt of this cell is rendered when its turn comes: there is no request yet.</source>
        <translation>此单元的提示词在轮到它时才渲染：目前还没有请求。</translation>
    </message>
    <message>
        <source>This version does not know how to ask %1.</source>
        <translation>此版本不知道如何请求 %1。</translation>
    </message>
    <message>
        <source>Nobody here can tell what would be sent.</source>
        <translation>此处无法得知将会发送什么。</translation>
    </message>
</context>
<context>
    <name>Tempera::RuleTextEditor</name>
    <message>
        <source>Not a valid grammar</source>
        <translation>不是语法</translation>
    </message>
    <message>
        <source>Not a valid JSON schema</source>
        <translation>不是 JSON schema</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4</source>
        <translation>%1，第 %2 行第 %3 列：%4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Not enforced during generation by a local model, only checked afterwards: %1</source>
        <translation>本地模型生成时不受此约束；答案会按此检查：%1</translation>
    </message>
    <message>
        <source>%1; for example %2</source>
        <translation>%1；例如 %2</translation>
    </message>
</context>
<context>
    <name>Tempera::RunController</name>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Run every variant on every case, or only the variants that were added since (Ctrl+Return)</source>
        <translation>对每个用例运行每个变体，或只运行此后添加的变体（Ctrl+Return）</translation>
    </message>
    <message>
        <source>Run &amp;All</source>
        <translation>全部运行(&amp;A)</translation>
    </message>
    <message>
        <source>Run &amp;Missing and Failed</source>
        <translation>运行缺失和失败的(&amp;M)</translation>
    </message>
    <message>
        <source>Run This &amp;Case</source>
        <translation>运行此用例(&amp;C)</translation>
    </message>
    <message>
        <source>Run This &amp;Variant</source>
        <translation>运行此变体(&amp;V)</translation>
    </message>
    <message>
        <source>Run This C&amp;ell</source>
        <translation>运行此单元(&amp;E)</translation>
    </message>
    <message>
        <source>Stop what is running; finished answers stay (Esc in the answers, Shift+Esc anywhere)</source>
        <translation>停止正在运行的任务；已完成的回答会保留（在回答区按 Esc，任意处按 Shift+Esc）</translation>
    </message>
    <message>
        <source>Stop the Run?</source>
        <translation>停止运行？</translation>
    </message>
    <message>
        <source>What they have cost so far must still be paid, and running them again costs again. Finished answers are kept in any case.</source>
        <translation>已产生的费用仍需支付，再次请求会再次计费。已完成的回答都会保留。</translation>
    </message>
    <message>
        <source>&amp;Stop the Run</source>
        <translation>停止运行(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep Running</source>
        <translation>继续运行(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) may cost money.</source>
        <translation>
            <numerusform>%n 个进行中的请求可能产生费用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Res&amp;ume Run</source>
        <translation>恢复运行(&amp;U)</translation>
    </message>
    <message>
        <source>Ask what a stopped or interrupted run has not asked yet; its finished answers stay</source>
        <translation>请求已停止或中断的运行尚未请求的内容；已完成的回答保留</translation>
    </message>
    <message>
        <source>This run is under way in another program.</source>
        <translation>此运行正在另一个程序中进行。</translation>
    </message>
    <message>
        <source>Race (Stop When &amp;Decided)</source>
        <translation>竞速（有定论即停止）(&amp;D)</translation>
    </message>
    <message>
        <source>Run the cases in random order, and stop when it is decided how each variant compares with the baseline; what is left is not asked</source>
        <translation>按随机顺序运行用例，一旦每个变体与基准的比较已有定论就停止；其余不再请求</translation>
    </message>
</context>
<context>
    <name>Tempera::RunLine</name>
    <message>
        <source>budget $</source>
        <translation>预算 $</translation>
    </message>
    <message>
        <source>no limit</source>
        <comment>the budget of a run</comment>
        <translation>不设上限</translation>
    </message>
    <message>
        <source>Budget of a run, in US dollars</source>
        <translation>单次运行的预算（美元）</translation>
    </message>
    <message>
        <source>What a run may cost. It is not started where it costs more in any case, and stops where it reaches the budget. Empty: there is no limit</source>
        <translation>单次运行允许的费用。若费用必定超出则不会开始，达到预算时停止。留空：不设上限</translation>
    </message>
    <message>
        <source>How much of the budget a run takes</source>
        <translation>一次运行占用多少预算</translation>
    </message>
</context>
<context>
    <name>Tempera::RunView</name>
    <message>
        <source>The run that is shown</source>
        <translation>正在显示的运行</translation>
    </message>
    <message>
        <source>&amp;Open as the Experiment</source>
        <translation>设为当前实验(&amp;M)</translation>
    </message>
    <message>
        <source>Opens the prompts, variants and cases of this run for editing and running</source>
        <translation>将此运行的提示词、变体和用例放入窗口，以便修改和运行</translation>
    </message>
    <message>
        <source>&amp;Back to the Experiment</source>
        <translation>返回实验(&amp;B)</translation>
    </message>
    <message>
        <source>Shows the answers of the open experiment again</source>
        <translation>重新显示已打开实验的答案</translation>
    </message>
    <message>
        <source>running: %1 of %2</source>
        <translation>运行中：%1/%2</translation>
    </message>
    <message>
        <source>stopped: %1 of %2</source>
        <translation>已停止：%1/%2</translation>
    </message>
    <message>
        <source>finished: %1 of %2</source>
        <translation>已结束：%1/%2</translation>
    </message>
    <message>
        <source>an unsaved experiment</source>
        <translation>未保存的实验</translation>
    </message>
    <message>
        <source>Run of %1, “%2”, of %3 · %4</source>
        <translation>%1 的运行，“%2”，来自 %3 · %4</translation>
    </message>
    <message>
        <source>The experiment: %1</source>
        <translation>实验：%1</translation>
    </message>
    <message>
        <source>Its file is missing, so changes cannot be shown.</source>
        <translation>没有可供比较的文件。</translation>
    </message>
    <message>
        <source>Res&amp;ume Run</source>
        <translation>恢复运行(&amp;U)</translation>
    </message>
    <message>
        <source>Asks what this run has not asked yet; its finished answers stay</source>
        <translation>请求此运行尚未请求的内容；已完成的回答保留</translation>
    </message>
    <message>
        <source>reading: %1 of %2</source>
        <translation>读取中：%1/%2</translation>
    </message>
    <message>
        <source>waits for its batches: %1 of %2</source>
        <translation>等待其批处理：%1/%2</translation>
    </message>
</context>
<context>
    <name>Tempera::RunsModel</name>
    <message>
        <source>%1
%2 of %3 cells · checks passed %4, failed %5 · errors %6 · %7</source>
        <translation>%1
单元 %2/%3 · 检查通过 %4，未通过 %5 · 错误 %6 · %7</translation>
    </message>
    <message>
        <source>stopped: %1/%2</source>
        <translation>已停止：%1/%2</translation>
    </message>
    <message>
        <source>interrupted: %1/%2</source>
        <translation>已中断：%1/%2</translation>
    </message>
    <message>
        <source>not needed: %1</source>
        <translation>无需运行：%1</translation>
    </message>
    <message>
        <source>waits for its batches: %1/%2</source>
        <translation>等待其批处理：%1/%2</translation>
    </message>
</context>
<context>
    <name>Tempera::SamplingPanel</name>
    <message>
        <source>Variant whose settings are shown</source>
        <translation>显示其设置的变体</translation>
    </message>
    <message>
        <source>How a local model gets the prompt</source>
        <translation>提示词传给本地模型的方式</translation>
    </message>
    <message>
        <source>As a chat</source>
        <translation>作为对话</translation>
    </message>
    <message>
        <source>As text to continue</source>
        <translation>作为待续写的文本</translation>
    </message>
    <message>
        <source>A chat goes through the model&apos;s own chat template; a text is continued as it is.</source>
        <translation>对话会套用模型自带的聊天模板；文本则按原样续写。</translation>
    </message>
    <message>
        <source>Add a variant to change its settings.</source>
        <translation>添加变体以调整其设置。</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改“%1”</translation>
    </message>
    <message>
        <source>Change how the prompt is given</source>
        <translation>更改提示词的传递方式</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>截取</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>重复内容</translation>
    </message>
    <message>
        <source>Dynamic temperature</source>
        <translation>动态温度</translation>
    </message>
    <message>
        <source>Mirostat</source>
        <translation>Mirostat</translation>
    </message>
    <message>
        <source>Output format</source>
        <translation>回答的形式</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>More samplers</source>
        <translation>更多采样器</translation>
    </message>
    <message numerus="yes">
        <source>More samplers (%n set)</source>
        <translation>
            <numerusform>更多采样器（已设置 %n 项）</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply preset %1</source>
        <translation>应用预设“%1”</translation>
    </message>
    <message>
        <source>This model does not take %1; the rest of &quot;%2&quot; is set.</source>
        <translation>此模型不支持 %1；“%2”的其余部分已设置。</translation>
    </message>
    <message>
        <source>Strict: bit-identical repeats</source>
        <translation>严格：逐位一致的重复</translation>
    </message>
    <message>
        <source>An identical request gives the same answer bit for bit, whatever else runs. Slower: its tokens are not batched with those of other answers.</source>
        <translation>无论同时运行什么，相同的请求都给出逐位相同的回答。较慢：其词元不与其他回答的词元一起计算。</translation>
    </message>
    <message>
        <source>Turn strict mode on</source>
        <translation>开启严格模式</translation>
    </message>
    <message>
        <source>Turn strict mode off</source>
        <translation>关闭严格模式</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>后备</translation>
    </message>
    <message>
        <source>Change the fallbacks</source>
        <translation>更改后备</translation>
    </message>
</context>
<context>
    <name>Tempera::ScoringBar</name>
    <message>
        <source>Stop computing (Esc)</source>
        <translation>停止计算 (Esc)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress of the computation</source>
        <translation>计算进度</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 cells/s</source>
        <translation>%1 单元/秒</translation>
    </message>
    <message>
        <source>%1 cells/min</source>
        <translation>%1 单元/分</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Rendering the prompts…</source>
        <translation>正在渲染提示词…</translation>
    </message>
</context>
<context>
    <name>Tempera::ScoringFaces</name>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
</context>
<context>
    <name>Tempera::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置的页面</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>信任</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
</context>
<context>
    <name>Tempera::SettingsPage</name>
    <message>
        <source>&amp;Only what differs</source>
        <translation>仅显示不同之处(&amp;O)</translation>
    </message>
    <message>
        <source>Settings Compared</source>
        <translation>设置对比</translation>
    </message>
    <message>
        <source>Settings of the baseline and of the variants</source>
        <translation>基准与各变体的设置</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message numerus="yes">
        <source>%1 setting(s) are the same.</source>
        <translation>
            <numerusform>%1 项设置相同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::SettingsTableModel</name>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%2 的 %1：%3</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>有差异</translation>
    </message>
</context>
<context>
    <name>Tempera::SpendDialog</name>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>导出为 CSV(&amp;E)…</translation>
    </message>
    <message>
        <source>Tokens and cost, of this run and since the beginning</source>
        <translation>词元与费用：此运行及自开始以来</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>表格的列</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>汇总方式(&amp;B)</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>时段(&amp;P)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Since the beginning</source>
        <translation>自开始以来</translation>
    </message>
    <message>
        <source>In all: %1 for %2 requests, %3 tokens in (%4 of them cached) and %5 out.</source>
        <translation>合计：%2 个请求花费 %1，输入 %3 个词元（其中缓存 %4），输出 %5。</translation>
    </message>
    <message>
        <source>Requests that failed: %1, for which %2 was paid; sent again: %3.</source>
        <translation>失败的请求：%1，为此支付 %2；重新发送：%3。</translation>
    </message>
    <message>
        <source>Caches saved %1: the providers&apos; of prompts %2, the one of answers %3.</source>
        <translation>缓存节省 %1：提供方的提示词缓存 %2，回答缓存 %3。</translation>
    </message>
</context>
<context>
    <name>Tempera::StatusPanel</name>
    <message>
        <source>%1 cells/s</source>
        <translation>%1 单元/秒</translation>
    </message>
    <message>
        <source>%1 cells/min</source>
        <translation>%1 单元/分</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>errors: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>passed %1 of %2</source>
        <translation>通过 %1/%2</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2</source>
        <translation>已停止：%1/%2</translation>
    </message>
    <message>
        <source>at least %1 left</source>
        <translation>至少还需 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还需 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s) out</source>
        <translation>
            <numerusform>输出 %1 个词元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in progress under Runs</source>
        <translation>
            <numerusform>“运行”下有 %n 个运行正在进行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 cell(s)</source>
        <translation>
            <numerusform>%2 个单元中的 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n cost(s) unknown</source>
        <translation>
            <numerusform>，%n 项费用未知</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing the run: %1 %</source>
        <translation>正在准备运行：%1 %</translation>
    </message>
    <message>
        <source>Show what was spent, by day, model, endpoint or experiment</source>
        <translation>显示花费，按日期、模型、端点或实验</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
</context>
<context>
    <name>Tempera::StoredRuns</name>
    <message>
        <source>run of %1</source>
        <translation>%1 的运行</translation>
    </message>
</context>
<context>
    <name>Tempera::SubmitBatchDialog</name>
    <message>
        <source>Submit as Batch</source>
        <translation>作为批处理提交</translation>
    </message>
    <message>
        <source>The requests are sent together and answered within a day, at a lower price. Run → Batches… shows how far they are and fetches the answers, also after a restart.</source>
        <translation>请求将一并发送，并以较低价格在一天之内得到回答。运行 → 批处理… 显示其进度并获取回答，重新启动后也可以。</translation>
    </message>
    <message>
        <source>Requests that are prepared</source>
        <translation>正在准备的请求</translation>
    </message>
    <message>
        <source>&amp;Submit</source>
        <translation>提交(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) left out: their prompts could not be made.</source>
        <translation>
            <numerusform>略去 %n 个单元格：无法生成其提示词。</numerusform>
        </translation>
    </message>
    <message>
        <source>Batches that are sent</source>
        <translation>正在发送的批处理</translation>
    </message>
    <message>
        <source>Sending: %v of %m</source>
        <comment>batches</comment>
        <translation>正在发送：%v/%m</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>No more batches are sent. The dialog closes when what is being sent is known.</source>
        <translation>不再发送更多批处理。正在发送的批处理有结果后，对话框会关闭。</translation>
    </message>
    <message>
        <source>The ledger could not keep a batch that was sent. The provider names it %1.</source>
        <translation>账本未能保存一个已发送的批处理。提供方对它的命名为 %1。</translation>
    </message>
    <message>
        <source>Whether the provider has this batch is not known; its run there is named %1.</source>
        <translation>不清楚提供方是否已有此批处理；其运行在那里的名称为 %1。</translation>
    </message>
    <message>
        <source>Batches that were sent: %1.</source>
        <translation>已发送的批处理：%1。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Tempera::TimelinePane</name>
    <message>
        <source>Timeline of %1</source>
        <translation>%1 的时间线</translation>
    </message>
    <message>
        <source>Sharpest drops of probability in %1</source>
        <translation>%1 中概率下降最剧烈之处</translation>
    </message>
</context>
<context>
    <name>Tempera::TimelineView</name>
    <message>
        <source>Solid line: surprisal of each token. Dashed line: entropy at its place. The numbers mark the sharpest drops of probability. Left and Right move by a token, Page Up and Page Down by a drop.</source>
        <translation>实线：每个词元的意外度。虚线：该位置的熵。编号标出概率下降最剧烈之处。左、右方向键移动一个词元，Page Up 和 Page Down 移到上一处或下一处下降。</translation>
    </message>
    <message>
        <source>No token is selected</source>
        <translation>未选择词元</translation>
    </message>
    <message>
        <source>surprisal (bits)</source>
        <translation>意外度（比特）</translation>
    </message>
    <message>
        <source>entropy (bits)</source>
        <translation>熵（比特）</translation>
    </message>
</context>
<context>
    <name>Tempera::TokenColumn</name>
    <message>
        <source>Tokens of %1</source>
        <translation>%1 的词元</translation>
    </message>
    <message>
        <source>Tokens of %1 as a table</source>
        <translation>%1 的词元（表格）</translation>
    </message>
    <message>
        <source>Press Ctrl+Return to run: the tokens of this answer appear here.</source>
        <translation>按 Ctrl+Return 运行：此回答的词元会显示在此处。</translation>
    </message>
    <message>
        <source>The server returns only the most likely tokens at each position: the rest is known only as a sum, and the random numbers are unknown.</source>
        <translation>服务器只给出每个位置最可能的词元：其余合计为一项，随机数也未知。</translation>
    </message>
    <message>
        <source>The server returned no token probabilities with this answer. Local models give all of them.</source>
        <translation>服务器未随此回答给出概率。本地模型会给出全部概率。</translation>
    </message>
    <message>
        <source>The token probabilities of this answer are not available: they were not requested, or were dropped to make room for newer ones. Run it again to see them.</source>
        <translation>此回答没有附带其词元的概率：当时未请求，或已为较新的数据让出空间。重新运行即可查看。</translation>
    </message>
    <message>
        <source>The tokens appear as soon as they are generated.</source>
        <translation>词元会在生成时立即显示。</translation>
    </message>
    <message>
        <source>Not applied here, because they depend on the text before this position: %1. What is shown holds as long as they change nothing.</source>
        <translation>此处未计入以下各项，因为它们不只取决于此位置：%1。仅当它们不起作用时，所示内容才成立。</translation>
    </message>
    <message>
        <source>Natural logarithms, at temperature 1, before any sampler. The perplexity says between how many equally likely tokens the model hesitated on average.</source>
        <translation>自然对数，温度为 1，未经任何采样器。困惑度表示模型平均在多少个同等可能的词元之间犹豫。</translation>
    </message>
    <message>
        <source>Each token as expected by the model after those before it. The first has nothing before it.</source>
        <translation>每个词元按模型根据其前面的词元所预期的程度显示。第一个词元之前没有内容。</translation>
    </message>
    <message>
        <source>Enter: branch with it · Esc: back</source>
        <translation>Enter：以此词元分支 · Esc：返回</translation>
    </message>
    <message>
        <source>In the answer · Enter: the whole list</source>
        <translation>回答中的词元 · Enter：完整列表</translation>
    </message>
</context>
<context>
    <name>Tempera::TokenLegend</name>
    <message>
        <source>%1 bits</source>
        <translation>%1 比特</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>排名 %1</translation>
    </message>
    <message>
        <source>beyond %1</source>
        <translation>%1 及以后</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已变</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>截去</translation>
    </message>
    <message>
        <source>Stronger colour and line: less expected. Wavy line: another token would be drawn. Struck through: it would be cut off.</source>
        <translation>颜色和线条越重：越出乎意料。波浪线：会抽中另一个词元。删除线：会被截去。</translation>
    </message>
</context>
<context>
    <name>Tempera::TokenPage</name>
    <message>
        <source>Alternatives to this token</source>
        <translation>此处还可能是什么</translation>
    </message>
    <message>
        <source>&amp;Branch</source>
        <translation>分支(&amp;B)</translation>
    </message>
    <message>
        <source>A new answer with the selected token at this position (Enter in the list)</source>
        <translation>在此位置换用所选词元的新回答（在列表中按 Enter）</translation>
    </message>
    <message>
        <source>&amp;Continue from Here</source>
        <translation>从此处续写(&amp;C)</translation>
    </message>
    <message>
        <source>Samples again from this token on, with the settings shown here; the text before it is reused</source>
        <translation>从此词元起按此处所示设置重新抽取；之前的内容会重用</translation>
    </message>
    <message>
        <source>Go to It</source>
        <translation>转到该处</translation>
    </message>
    <message>
        <source>To the first token that would come out differently</source>
        <translation>转到第一个会有所不同的词元</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Back to the variant&apos;s own settings</source>
        <translation>恢复变体自身的设置</translation>
    </message>
    <message>
        <source>Apply to Variant</source>
        <translation>应用到变体</translation>
    </message>
    <message>
        <source>Token %1 of %2: “%3”</source>
        <translation>词元 %1 / %2：“%3”</translation>
    </message>
    <message>
        <source>probability %1 → %2 · entropy %3 → %4 bits · %5</source>
        <translation>概率 %1 → %2 · 熵 %3 → %4 比特 · %5</translation>
    </message>
    <message>
        <source>No token is selected</source>
        <translation>未选择词元</translation>
    </message>
    <message>
        <source>Select a token under Compare, Tokens: its alternatives appear here.</source>
        <translation>请在“比较”的“词元”下选择一个词元：其备选项会显示在此处。</translation>
    </message>
    <message>
        <source>Change these to see how the whole answer would come out, without running it.</source>
        <translation>调整这些设置，无需运行即可看到整个回答会如何变化。</translation>
    </message>
    <message>
        <source>The variant takes these settings</source>
        <translation>变体采用这些设置</translation>
    </message>
    <message>
        <source>probability %1 · surprisal %2 bits · entropy %3 bits</source>
        <translation>概率 %1 · 意外度 %2 比特 · 熵 %3 比特</translation>
    </message>
    <message>
        <source>These settings draw answers; the prompt stays as it is.</source>
        <translation>这些设置用于抽取回答；提示词保持不变。</translation>
    </message>
</context>
<context>
    <name>Tempera::TokenView</name>
    <message>
        <source>Alternative %1 of %2: %3, %4. %5</source>
        <translation>备选 %1 / %2：%3，%4。%5</translation>
    </message>
</context>
<context>
    <name>Tempera::TokensFace</name>
    <message>
        <source>There is no variant yet. Add one and run it: its answer appears here token by token.</source>
        <translation>还没有变体。请添加一个并运行：其回答会逐词元显示在此处。</translation>
    </message>
    <message>
        <source>What tokens are coloured by</source>
        <translation>词元的着色依据</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Colour Tokens by the &amp;Next Measure</source>
        <translation>按下一个指标为词元着色(&amp;N)</translation>
    </message>
    <message>
        <source>Tokens of &amp;All Variants</source>
        <translation>所有变体的词元(&amp;A)</translation>
    </message>
    <message>
        <source>Tokens as a &amp;Table</source>
        <translation>以表格显示词元(&amp;T)</translation>
    </message>
    <message>
        <source>Answer &amp;Before</source>
        <translation>上一个回答(&amp;B)</translation>
    </message>
    <message>
        <source>Answer &amp;After</source>
        <translation>下一个回答(&amp;A)</translation>
    </message>
    <message>
        <source>Parent Ans&amp;wer</source>
        <translation>分出此分支的回答(&amp;L)</translation>
    </message>
    <message>
        <source>First B&amp;ranch</source>
        <translation>其第一个分支(&amp;R)</translation>
    </message>
    <message>
        <source>Sibling Branch &amp;Up</source>
        <translation>上方的相邻分支(&amp;U)</translation>
    </message>
    <message>
        <source>Sibling Branch &amp;Down</source>
        <translation>下方的相邻分支(&amp;D)</translation>
    </message>
    <message>
        <source>Undo the Last Branc&amp;h</source>
        <translation>撤销上一个分支(&amp;H)</translation>
    </message>
    <message>
        <source>Re&amp;move the Branch</source>
        <translation>移除分支(&amp;M)</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>branch %1</source>
        <translation>分支 %1</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>原回答</translation>
    </message>
    <message>
        <source>Branch %1: from %2 at token %3 with “%4”</source>
        <translation>分支 %1：在词元 %3 处以“%4”离开 %2</translation>
    </message>
    <message>
        <source>Branch %1: %2 continued from token %3</source>
        <translation>分支 %1：从词元 %3 起续写 %2</translation>
    </message>
    <message>
        <source>Surprisal</source>
        <translation>意外度</translation>
    </message>
    <message>
        <source>Stop scoring the prompt</source>
        <translation>停止为提示词评分</translation>
    </message>
    <message>
        <source>Prompt of %1</source>
        <translation>%1 的提示词</translation>
    </message>
    <message>
        <source>T&amp;imeline of the Tokens</source>
        <translation>词元的时间线(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Score the Prompt</source>
        <translation>为提示词评分(&amp;S)</translation>
    </message>
    <message>
        <source>The model reads the prompt: %1 %.</source>
        <translation>模型正在读取提示词：%1%。</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还需 %1</translation>
    </message>
</context>
<context>
    <name>Tempera::TokensModel</name>
    <message>
        <source>No token is cut; for some it is not known which would be drawn.</source>
        <translation>没有词元被截去；无法判断所有位置会抽中哪个词元。</translation>
    </message>
    <message>
        <source>The answer would be the same.</source>
        <translation>回答不变。</translation>
    </message>
    <message>
        <source>Differs from token %1 on: “%2” → “%3”</source>
        <translation>从词元 %1 起不同：“%2”→“%3”</translation>
    </message>
    <message>
        <source>Differs from token %1 on: “%2” is cut</source>
        <translation>从词元 %1 起不同：“%2”被截去</translation>
    </message>
    <message>
        <source>%1, or earlier</source>
        <translation>%1，也可能更早</translation>
    </message>
    <message>
        <source>Token %1 of %2: %3</source>
        <translation>词元 %1 / %2：%3</translation>
    </message>
    <message>
        <source>probability %1, rank %2</source>
        <translation>概率 %1，排名 %2</translation>
    </message>
    <message>
        <source>entropy %1</source>
        <translation>熵 %1</translation>
    </message>
    <message>
        <source>after sampling %1: %2</source>
        <translation>采样后 %1：%2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Entropy (bits)</source>
        <translation>熵（比特）</translation>
    </message>
    <message>
        <source>After sampling</source>
        <translation>采样后</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>替代词元</translation>
    </message>
    <message>
        <source>surprisal %1 bits</source>
        <translation>意外度 %1 比特</translation>
    </message>
    <message>
        <source>Surprisal (bits)</source>
        <translation>意外度（比特）</translation>
    </message>
</context>
<context>
    <name>Tempera::TrustPage</name>
    <message>
        <source>A key goes only to its provider&apos;s own host, an experiment reads only the files of its own folder. These are the exceptions that you have allowed permanently:</source>
        <translation>密钥只发送到其提供商自己的主机，实验只读取自己文件夹中的文件。以下是您长期允许的例外：</translation>
    </message>
    <message>
        <source>What experiments may do</source>
        <translation>实验可以做什么</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Allowed to</source>
        <translation>可以</translation>
    </message>
    <message>
        <source>Nothing is allowed beyond that.</source>
        <translation>除此之外不允许任何操作。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Withdraws it: the experiment asks again (Del)</source>
        <translation>撤回：实验将再次询问 (Del)</translation>
    </message>
    <message>
        <source>send the key %1 to %2</source>
        <translation>将密钥 %1 发送到 %2</translation>
    </message>
    <message>
        <source>read the files of %1</source>
        <translation>读取 %1 中的文件</translation>
    </message>
</context>
<context>
    <name>Tempera::TrustQuestions</name>
    <message>
        <source>Send a Key?</source>
        <translation>发送密钥？</translation>
    </message>
    <message>
        <source>Send the key %1 to %2?</source>
        <translation>将密钥 %1 发送到 %2？</translation>
    </message>
    <message>
        <source>The open experiment asks for it.</source>
        <translation>当前打开的实验请求此操作。</translation>
    </message>
    <message>
        <source>The experiment %1 asks for it.</source>
        <translation>实验 %1 请求此操作。</translation>
    </message>
    <message>
        <source>The key is not known to belong to this host. Whoever runs the host can use the key from then on.</source>
        <translation>尚不知道该密钥属于此主机。此后，主机的运营者可以使用该密钥。</translation>
    </message>
    <message>
        <source>The connection is not encrypted: others on the network can read the key.</source>
        <translation>连接未加密：途中的其他人可以读取密钥。</translation>
    </message>
    <message>
        <source>&amp;Do Not Send</source>
        <translation>不发送(&amp;D)</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… 另有 %1 个</translation>
    </message>
    <message>
        <source>Read Other Files?</source>
        <translation>读取其他文件？</translation>
    </message>
    <message>
        <source>Let the experiment read files of these folders?
%1</source>
        <translation>允许实验读取这些文件夹中的文件吗？
%1</translation>
    </message>
    <message>
        <source>The experiment %1 names files that are not in its own folder; nothing of them has been read. Their text would go to the models and into the ledger:
%2</source>
        <translation>实验 %1 引用了不在其自己文件夹中的文件；尚未读取其中任何内容。它们的文本会发送给模型并写入账本：
%2</translation>
    </message>
    <message>
        <source>&amp;Do Not Read</source>
        <translation>不读取(&amp;D)</translation>
    </message>
    <message>
        <source>Allow &amp;Once</source>
        <translation>仅此一次(&amp;O)</translation>
    </message>
    <message>
        <source>Allow &amp;Always for This Experiment</source>
        <translation>对此实验始终允许(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Tempera::TurnsModel</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>column, who speaks, text</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>nothing is said here</source>
        <translation>此处没有内容</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number of a turn, who speaks</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Tempera::TurnsPage</name>
    <message>
        <source>Nothing was said yet. Run the case, and its whole conversation stands here turn by turn.</source>
        <translation>还没有任何内容。运行该用例后，其完整对话会逐轮显示在此处。</translation>
    </message>
    <message>
        <source>Conversations turn by turn</source>
        <translation>逐轮显示的对话</translation>
    </message>
    <message>
        <source>What stands side by side</source>
        <translation>并排显示的内容</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>轮次</translation>
    </message>
</context>
<context>
    <name>Tempera::ValueEditor</name>
    <message>
        <source>The value of the current cell</source>
        <translation>当前单元格的值</translation>
    </message>
    <message>
        <source>%1 of a new case</source>
        <translation>新用例的 %1</translation>
    </message>
    <message>
        <source>%1 of case %2</source>
        <translation>用例 %2 的 %1</translation>
    </message>
    <message>
        <source>%1: the first %L2 of %L3 characters; a value this long cannot be edited here</source>
        <translation>%1：%L3 个字符中的前 %L2 个；这么长的值不在此处编辑</translation>
    </message>
</context>
<context>
    <name>Tempera::VariablesPage</name>
    <message>
        <source>Cases and their variables</source>
        <translation>用例及其变量</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>添加用例</translation>
    </message>
    <message>
        <source>Duplicate the case</source>
        <translation>复制此用例</translation>
    </message>
    <message>
        <source>Remove the selected cases</source>
        <translation>移除所选用例</translation>
    </message>
    <message>
        <source>Paste rows from the clipboard</source>
        <translation>从剪贴板粘贴行</translation>
    </message>
    <message>
        <source>Name of a new variable</source>
        <translation>新变量的名称</translation>
    </message>
    <message>
        <source>Add the variable</source>
        <translation>添加变量</translation>
    </message>
    <message>
        <source>Remove the current column&apos;s variable</source>
        <translation>移除当前列的变量</translation>
    </message>
    <message>
        <source>Type to change a value; the empty last row makes a new case. Return goes down, Tab goes right, Delete clears. Paste rows from a spreadsheet or CSV with Ctrl+V.</source>
        <translation>直接输入即可修改值；最后的空行会成为新用例。回车向下，Tab 向右，Delete 清空。用 Ctrl+V 粘贴电子表格或 CSV 中的行。</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste…</source>
        <translation>粘贴…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Remove Cases</source>
        <translation>移除用例</translation>
    </message>
    <message>
        <source>Import cases from a file…</source>
        <translation>从文件导入用例…</translation>
    </message>
    <message>
        <source>Values Are Plain Text</source>
        <translation>值为纯文本</translation>
    </message>
    <message>
        <source>Braces in a value are part of it; otherwise a value may be a template.</source>
        <translation>值中的花括号属于值本身；否则值可以是模板。</translation>
    </message>
    <message>
        <source>Take values as plain text</source>
        <translation>将值视为纯文本</translation>
    </message>
    <message>
        <source>Take values as templates</source>
        <translation>将值视为模板</translation>
    </message>
</context>
<context>
    <name>Tempera::VariablesTableModel</name>
    <message>
        <source>From the default case; type to give this case a value of its own</source>
        <translation>来自默认用例；键入即可为此用例单独设值</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Change a value</source>
        <translation>更改值</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>添加用例</translation>
    </message>
    <message>
        <source>Duplicate a case</source>
        <translation>复制用例</translation>
    </message>
    <message>
        <source>Remove cases</source>
        <translation>移除用例</translation>
    </message>
    <message>
        <source>Remove a variable</source>
        <translation>移除变量</translation>
    </message>
    <message>
        <source>Type here to add a case.</source>
        <translation>在此输入以添加用例。</translation>
    </message>
    <message>
        <source>No value yet, but a prompt uses it.</source>
        <translation>尚无值，而提示词需要它。</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等另外 %2 个</translation>
    </message>
    <message>
        <source>This check does not fit on one line; edit it under Checks.</source>
        <translation>此检查的内容一行写不下；请在“检查”中编辑。</translation>
    </message>
    <message>
        <source>The expected answer, or a check: “contains: Paris”, “icontains-any: yes, no”, “regex: ^[0-9]+$”. More is possible under Checks.</source>
        <translation>期望的回答，或一项检查：“contains: Paris”、“icontains-any: yes, no”、“regex: ^[0-9]+$”。更多内容见“检查”。</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>A prompt, a value or a check uses it, and every case has a value.</source>
        <translation>有提示词、值或检查使用它，且每个用例都有值。</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>No prompt, value or check uses it.</source>
        <translation>没有提示词、值或检查使用它。</translation>
    </message>
    <message numerus="yes">
        <source>missing in %Ln case(s)</source>
        <translation>
            <numerusform>%Ln 个用例中缺失</numerusform>
        </translation>
    </message>
    <message>
        <source>It is used, and these cases have no value for it.</source>
        <translation>已被使用，但这些用例没有它的值。</translation>
    </message>
    <message>
        <source>Clear cells</source>
        <translation>清空单元格</translation>
    </message>
    <message>
        <source>Add a variable</source>
        <translation>添加变量</translation>
    </message>
    <message>
        <source>Import cases</source>
        <translation>导入用例</translation>
    </message>
</context>
<context>
    <name>Tempera::VariantActions</name>
    <message>
        <source>&amp;Add Variant</source>
        <translation>添加变体(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Duplicate Variant</source>
        <translation>复制变体(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Remove Variant</source>
        <translation>移除变体(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;name Variant</source>
        <translation>重命名变体(&amp;N)</translation>
    </message>
    <message>
        <source>Move Variant &amp;Left</source>
        <translation>左移变体(&amp;L)</translation>
    </message>
    <message>
        <source>Move Variant &amp;Right</source>
        <translation>右移变体(&amp;R)</translation>
    </message>
    <message>
        <source>Duplicate a variant</source>
        <translation>复制变体</translation>
    </message>
    <message>
        <source>Remove a variant</source>
        <translation>移除变体</translation>
    </message>
    <message>
        <source>Add a Hosted Model</source>
        <translation>添加托管模型</translation>
    </message>
    <message>
        <source>Provider and model, for example “openai:chat:gpt-4o-mini”, “openrouter:…” or “ollama:chat:…”:</source>
        <translation>提供方和模型，例如“openai:chat:gpt-4o-mini”、“openrouter:…”或“ollama:chat:…”：</translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation>添加变体</translation>
    </message>
    <message>
        <source>Move a variant</source>
        <translation>移动变体</translation>
    </message>
    <message>
        <source>Enter &amp;Key…</source>
        <translation>输入密钥(&amp;K)…</translation>
    </message>
    <message>
        <source>Add a Model &amp;File (GGUF)…</source>
        <translation>添加模型文件 (GGUF)(&amp;F)…</translation>
    </message>
    <message>
        <source>Add a &amp;Hosted Model…</source>
        <translation>添加托管模型(&amp;H)…</translation>
    </message>
    <message>
        <source>Model of %1…</source>
        <translation>%1 的模型…</translation>
    </message>
    <message>
        <source>Model of %1:</source>
        <translation>%1 的模型：</translation>
    </message>
</context>
<context>
    <name>Tempera::VariantColumn</name>
    <message>
        <source>New name of the variant</source>
        <translation>变体的新名称</translation>
    </message>
    <message>
        <source>Actions for this variant</source>
        <translation>此变体的操作</translation>
    </message>
    <message>
        <source>Press Ctrl+Return to run: the answer of this variant appears here.</source>
        <translation>按 Ctrl+Return 运行：此变体的回答会显示在此处。</translation>
    </message>
    <message>
        <source>Answer of %1</source>
        <translation>%1 的回答</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation>%1 的操作</translation>
    </message>
    <message>
        <source>the model&apos;s own settings</source>
        <translation>模型自身的设置</translation>
    </message>
    <message>
        <source>Changed since this answer was made</source>
        <translation>此回答生成后设置已更改</translation>
    </message>
    <message>
        <source>This run has no answer here.</source>
        <translation>此运行在这里没有答案。</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>回答是空的。</translation>
    </message>
    <message>
        <source>at the address in %1</source>
        <translation>位于 %1 中的地址</translation>
    </message>
    <message>
        <source>It was stopped before it generated anything.</source>
        <translation>在写出任何内容之前已被停止。</translation>
    </message>
    <message>
        <source>It was not asked: the race was decided before.</source>
        <translation>未请求：竞速此前已有定论。</translation>
    </message>
</context>
<context>
    <name>Tempera::VariantsModel</name>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Rename a variant</source>
        <translation>重命名变体</translation>
    </message>
</context>
<context>
    <name>Tempera::VerdictMethodPage</name>
    <message>
        <source>How This Was Computed</source>
        <translation>计算方法</translation>
    </message>
</context>
<context>
    <name>Tempera::VerdictStrip</name>
    <message>
        <source>Verdict in Detail</source>
        <translation>判定详情</translation>
    </message>
    <message>
        <source>Choose the Baseline…</source>
        <translation>选择基准…</translation>
    </message>
    <message>
        <source>How This Was Computed</source>
        <translation>计算方法</translation>
    </message>
    <message>
        <source>What the run proves</source>
        <translation>此运行所证明的结论</translation>
    </message>
    <message>
        <source>One sentence a pair</source>
        <translation>每对一句话</translation>
    </message>
    <message>
        <source>The baseline, which the others are compared with</source>
        <translation>基准，其他各列与之比较</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较的内容</translation>
    </message>
    <message>
        <source>Scores, as the better and worse of the heads, or only whether all checks passed</source>
        <translation>得分（与列标题中的“更好”和“更差”相同），或仅看所有检查是否都通过</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未要求</translation>
    </message>
    <message>
        <source>Equal within, in points</source>
        <translation>视为相等的差距，单位为百分点</translation>
    </message>
    <message>
        <source>Two columns are called equal where their difference is proved to be below so many points. Empty: equality is not asked for, and “not decided” does not mean equal</source>
        <translation>若已证明两列的差异小于这么多个百分点，则称其相等。留空：不检验相等性，且“尚无定论”并不表示相等</translation>
    </message>
    <message>
        <source>E&amp;qual within</source>
        <translation>视为相等的差距(&amp;Q)</translation>
    </message>
    <message>
        <source>Run of %1 · %2 passed, %3 failed</source>
        <translation>%1 的运行 · %2 个通过，%3 个未通过</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Baseline: %1</source>
        <translation>基准：%1</translation>
    </message>
    <message>
        <source>Settings Compared</source>
        <translation>设置对比</translation>
    </message>
    <message>
        <source>What follows is computed as if the number of cases had been fixed before, which a race that stops when it is decided has not: its intervals are too narrow. What the race says holds.</source>
        <translation>以下按用例数事先固定来计算，而有定论即停止的竞速并非如此：其区间偏窄。竞速的结论成立。</translation>
    </message>
    <message>
        <source>Result File…</source>
        <translation>结果文件…</translation>
    </message>
    <message>
        <source>Results that Tempera or promptfoo wrote: JSON, or a result in each line</source>
        <translation>由 Tempera 或 promptfoo 写入的结果：JSON，或每行一个结果</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a run and its variant</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>baseline: %1</source>
        <translation>基准：%1</translation>
    </message>
</context>
<context>
    <name>Tempera::VerdictsModel</name>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>Tempera::VerdictsPage</name>
    <message>
        <source>Verdicts of the selected answer</source>
        <translation>所选回答的判定</translation>
    </message>
    <message>
        <source>Run the experiment to see which checks its answers pass.</source>
        <translation>运行实验以查看其回答通过了哪些检查。</translation>
    </message>
    <message>
        <source>This answer has no checks. Add some under Prompt, Checks.</source>
        <translation>此回答没有检查。请在“提示词”的“检查”下添加。</translation>
    </message>
    <message>
        <source>The answer is checked as soon as it is complete.</source>
        <translation>回答完成后会立即进行检查。</translation>
    </message>
    <message>
        <source>There is no answer to check: the race was decided before it was asked.</source>
        <translation>没有可检查的回答：在请求之前竞速已有定论。</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>The variable &quot;%1&quot; has no value.</source>
        <translation>变量“%1”没有值。</translation>
    </message>
    <message>
        <source>The filter &quot;%1&quot; cannot be used: %2</source>
        <translation>无法使用过滤器“%1”：%2</translation>
    </message>
</context>
<context>
    <name>TokenText</name>
    <message>
        <source>%1 bits (%2 nats)</source>
        <translation>%1 比特（%2 奈特）</translation>
    </message>
    <message>
        <source>top-k %1</source>
        <translation>top-k %1</translation>
    </message>
    <message>
        <source>top-p %1</source>
        <translation>top-p %1</translation>
    </message>
    <message>
        <source>min-p %1</source>
        <translation>min-p %1</translation>
    </message>
    <message>
        <source>typical %1</source>
        <translation>typical %1</translation>
    </message>
    <message>
        <source>top-n-sigma %1</source>
        <translation>top-n-sigma %1</translation>
    </message>
    <message>
        <source>T %1</source>
        <translation>T %1</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已变</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>截去</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>With these settings the same token is drawn.</source>
        <translation>按这些设置，会抽中同一个词元。</translation>
    </message>
    <message>
        <source>It could still be drawn, but the same random number draws another one.</source>
        <translation>仍有可能抽中它，但同一个随机数会抽中另一个词元。</translation>
    </message>
    <message>
        <source>With these settings it cannot be drawn.</source>
        <translation>按这些设置，不可能抽中它。</translation>
    </message>
    <message>
        <source>It can be drawn; whether it would be cannot be told from the stored trace.</source>
        <translation>有可能抽中它；但根据所保留的数据，无法判断是否会抽中。</translation>
    </message>
    <message>
        <source>Whether it would be cut cannot be told from the stored trace.</source>
        <translation>根据所保留的数据，无法判断它是否会被截去。</translation>
    </message>
    <message numerus="yes">
        <source>over %n token(s)</source>
        <translation>
            <numerusform>共 %n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>over %1 of %2 tokens: of the others no probability is known</source>
        <translation>按 %2 个词元中的 %1 个计算：其余词元的概率未知</translation>
    </message>
    <message>
        <source>Mean log-probability %1 (%2 bits a token), perplexity %3, %4</source>
        <translation>平均对数概率 %1（每词元 %2 比特），困惑度 %3，%4</translation>
    </message>
    <message>
        <source>rest of the vocabulary %1</source>
        <translation>词表其余部分 %1</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>must be the name of a key and a host, such as OPENAI_API_KEY=llm.example.com</source>
        <translation>必须是密钥名称和主机，例如 OPENAI_API_KEY=llm.example.com</translation>
    </message>
    <message>
        <source>The key %1 is not sent to %2: it is not known to belong there. To allow it: --allow-key %3, or answer the question in the window.</source>
        <translation>未将密钥 %1 发送到 %2：尚不知道它属于那里。如要允许：使用 --allow-key %3，或在窗口中回答询问。</translation>
    </message>
</context>
<context>
    <name>UnsetText</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>a new one</source>
        <translation>新的种子</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>the default order</source>
        <translation>通常的顺序</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Not set. Without it: %1.</source>
        <translation>未设置。此时为：%1。</translation>
    </message>
    <message>
        <source>Not set and not sent: the endpoint&apos;s own default applies.</source>
        <translation>未设置，也不发送：以端点自身的行为为准。</translation>
    </message>
</context>
<context>
    <name>VerdictText</name>
    <message>
        <source>Judged by %1: %2 tokens read, %3 written, cost %4</source>
        <translation>由 %1 评审：读取 %2 个词元，写入 %3 个，费用 %4</translation>
    </message>
</context>
<context>
    <name>VerdictTexts</name>
    <message>
        <source>Compared are scores: the weighted mean of a case&apos;s checks, as the grid&apos;s differences are. An answer that no check scored is left out.</source>
        <translation>比较的是得分：用例各项检查的加权平均，与网格中的差异相同。没有任何检查评分的回答不计入。</translation>
    </message>
    <message>
        <source>Compared is whether all checks passed (1) or not (0). A request that failed counts as not passed.</source>
        <translation>比较的是所有检查是否都通过：通过为 1，否则为 0。失败的请求按未通过计。</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较的内容</translation>
    </message>
    <message>
        <source>Repeats of a case are averaged first: they are not independent, so that a case counts once.</source>
        <translation>同一用例的多次重复先取平均：它们并不独立，因此每个用例只计一次。</translation>
    </message>
    <message>
        <source>Pass rates</source>
        <translation>通过率</translation>
    </message>
    <message>
        <source>Wilson&apos;s interval (JASA 22, 1927): (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), confidence %1 %. With repeats n is the number of independent answers that would scatter as the cases do, SE² = Σ_cases(Σ_repeats(s − mean))²/n², and z is Student&apos;s quantile (Liang, Zeger 1986; Korn, Graubard 1998).</source>
        <translation>Wilson 区间（JASA 22，1927）：(p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)，置信度 %1%。有重复时，n 为离散程度与各用例相同的独立回答数，SE² = Σ_用例(Σ_重复(s − 均值))²/n²，z 为学生 t 分布的分位数（Liang、Zeger 1986；Korn、Graubard 1998）。</translation>
    </message>
    <message>
        <source>Test: exact McNemar (Psychometrika 12, 1947), p = min(1, 2·P(X ≤ min(better, worse))), X binomial over the cases that differ with probability ½.</source>
        <translation>检验：精确 McNemar 检验（Psychometrika 12，1947），p = min(1, 2·P(X ≤ min(更好, 更差)))，X 服从以有差异的用例数为次数、概率为 ½ 的二项分布。</translation>
    </message>
    <message>
        <source>Test: sign flips of the differences (Fisher 1935, §21; Phipson, Smyth 2010), p = (1 + hits)/(1 + flips) over %1 random sign patterns, or all there are where they are fewer; from 2,000 cases on Σd/√Σd² is taken as normal.</source>
        <translation>检验：差值的符号翻转（Fisher 1935，§21；Phipson、Smyth 2010），p = (1 + 命中数)/(1 + 翻转数)，取 %1 种随机符号组合，组合总数不足时取全部；用例达到 2,000 个起，视 Σd/√Σd² 服从正态分布。</translation>
    </message>
    <message>
        <source>Interval: of the difference of paired rates, by Tango&apos;s score (Statistics in Medicine 17, 1998, eq. 11).</source>
        <translation>区间：配对比率之差的区间，采用 Tango 得分法（Statistics in Medicine 17，1998，式 11）。</translation>
    </message>
    <message>
        <source>Interval: Student&apos;s, of the mean difference over cases; over %1 cases it is the bootstrap&apos;s.</source>
        <translation>区间：各用例平均差值的学生 t 区间；用例超过 %1 个时采用自助法区间。</translation>
    </message>
    <message>
        <source>Interval: smoothed bootstrap over cases (Hesterberg, arXiv 1411.5279, §4), %1 resamples.</source>
        <translation>区间：对用例的平滑自助法（Hesterberg，arXiv 1411.5279，§4），%1 次重抽样。</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 对比 %2</translation>
    </message>
    <message>
        <source>Cases: %1 better, %2 worse, %3 equal, %4 left out. Mean difference %5.</source>
        <translation>用例：%1 个更好，%2 个更差，%3 个相等，%4 个未计入。平均差值 %5。</translation>
    </message>
    <message>
        <source>Scores of fewer than %1 cases say nothing, so no test was made.</source>
        <translation>少于 %1 个用例的得分不能说明问题，因此未做检验。</translation>
    </message>
    <message>
        <source>p = %1.</source>
        <translation>p = %1。</translation>
    </message>
    <message>
        <source>p = %1, corrected.</source>
        <translation>p = %1，已校正。</translation>
    </message>
    <message>
        <source>Equality: p = %1.</source>
        <translation>相等性：p = %1。</translation>
    </message>
    <message>
        <source>Better or worse is said where p ≤ %1 and the interval is on one side of 0.</source>
        <translation>当 p ≤ %1 且区间位于 0 的同一侧时，才称更好或更差。</translation>
    </message>
    <message>
        <source>Equality</source>
        <translation>相等性</translation>
    </message>
    <message>
        <source>Not asked: set the difference below which two columns are as good as equal. “Not decided” is not “equal”.</source>
        <translation>未要求：请设定差异低于多少时两列可视为相等。“尚无定论”不等于“相等”。</translation>
    </message>
    <message>
        <source>Two one-sided tests (Schuirmann 1987) at a margin of %1 % of the range of the scores: equal is said where both “the difference is the margin or more” and “minus the margin or less” are refused at %2.</source>
        <translation>两个单侧检验（Schuirmann 1987），界值为得分范围的 %1%：当“差异不小于界值”和“差异不大于负界值”在 %2 水平上均被拒绝时，才称相等。</translation>
    </message>
    <message>
        <source>Several pairs</source>
        <translation>多对比较</translation>
    </message>
    <message>
        <source>Holm&apos;s correction (Scandinavian Journal of Statistics 6, 1979): sorted p-values are multiplied by the number of pairs left and never fall, so that a difference that is none is called with at most the one chance. Intervals are those of each pair alone.</source>
        <translation>Holm 校正（Scandinavian Journal of Statistics 6，1979）：排序后的 p 值乘以剩余的对数，且不会减小，因此把并不存在的差异判为差异的总概率不超过该显著性水平。区间为每一对单独的区间。</translation>
    </message>
    <message>
        <source>Benjamini and Hochberg&apos;s correction (JRSS B 57, 1995), as there are more than ten pairs: of the differences that are called, at most that share is none on average. Intervals are those of each pair alone.</source>
        <translation>Benjamini–Hochberg 校正（JRSS B 57，1995），因为超过十对：在判为差异的结果中，平均至多有该比例并非真正的差异。区间为每一对单独的区间。</translation>
    </message>
    <message>
        <source>Cases that are needed</source>
        <translation>所需用例数</translation>
    </message>
    <message>
        <source>n = (z_{α/2} + z_β)²·Var(d)/δ² (Miller, arXiv 2411.00640), with power %1 and δ = %2 % of the range of the scores, rounded up to two digits.</source>
        <translation>n = (z_{α/2} + z_β)²·Var(d)/δ²（Miller，arXiv 2411.00640），检验功效为 %1，δ = 得分范围的 %2%，向上取两位有效数字。</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>At least one of k: 1 − C(n−c, k)/C(n, k) (Chen et al., arXiv 2107.03374, eq. 1); all of k: C(c, k)/C(n, k) (Yao et al., arXiv 2406.12045), c of n repeats passed; the mean over cases ± Student&apos;s quantile × SE. Both are unbiased; the pass rate to the power of k would not be.</source>
        <translation>k 次中至少一次：1 − C(n−c, k)/C(n, k)（Chen 等，arXiv 2107.03374，式 1）；k 次全部：C(c, k)/C(n, k)（Yao 等，arXiv 2406.12045），其中 n 次重复中有 c 次通过；取各用例的均值 ± 学生 t 分位数 × SE。两者均为无偏估计；通过率的 k 次方则不是。</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Bradley and Terry&apos;s strengths (Biometrika 39, 1952), P(i beats j) = 1/(1 + e^(s_j − s_i)), fitted by Hunter&apos;s minorisation (2004), a tie half a win to both; scatter over %1 resamples of the cases. Ranks are said as bands: a column is placed above another only where their difference is decided (normal, Holm over all pairs).</source>
        <translation>Bradley–Terry 强度（Biometrika 39，1952），P(i 胜 j) = 1/(1 + e^(s_j − s_i))，用 Hunter 的下界函数极大化（minorisation）算法（2004）拟合，平局时双方各计半胜；离散程度由对用例的 %1 次重抽样得出。排名以范围给出：只有两列的差异已有定论（正态近似，对所有对做 Holm 校正）时，才将一列排在另一列之上。</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>随机性</translation>
    </message>
    <message>
        <source>Resamples are drawn by a 64-bit Mersenne Twister from seed %1, one more for each next pair: the same results give the same figures.</source>
        <translation>重抽样由 64 位梅森旋转算法以种子 %1 生成，其后每一对的种子加一：相同的结果得出相同的数值。</translation>
    </message>
    <message>
        <source>Nothing has been run yet.</source>
        <translation>尚未运行任何内容。</translation>
    </message>
    <message>
        <source>One column: add a variant, or choose an earlier run as the baseline, to compare it with.</source>
        <translation>只有一列：请添加变体，或选择较早的运行作为基准，以便与之比较。</translation>
    </message>
    <message>
        <source>No case has a result of two columns yet. Checks give answers the scores that are compared.</source>
        <translation>还没有用例在两列中都有结果。所比较的得分由检查给出。</translation>
    </message>
    <message>
        <source>better than the baseline</source>
        <translation>优于基准</translation>
    </message>
    <message>
        <source>worse than the baseline</source>
        <translation>差于基准</translation>
    </message>
    <message>
        <source>equal to the baseline</source>
        <translation>与基准相等</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>尚无定论</translation>
    </message>
    <message>
        <source>too few cases</source>
        <translation>用例太少</translation>
    </message>
    <message>
        <source>%1 rank %2</source>
        <comment>a variant and its rank, or the ranks that it may have</comment>
        <translation>%1 排名 %2</translation>
    </message>
    <message>
        <source>Ranking: %1; %2</source>
        <translation>排名：%1；%2</translation>
    </message>
    <message>
        <source>%1: of %2 answers at least one passes in %3 of the cases, all pass in %4</source>
        <translation>%1：%2 个回答中至少一个通过的用例占 %3，全部通过的占 %4</translation>
    </message>
</context>
</TS>
