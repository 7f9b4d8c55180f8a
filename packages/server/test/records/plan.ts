/** A 市场调研策划书 that may be submitted, as its author typed it. */
export function completePlan(): Record<string, unknown> {
  return {
    researchType: 'annual',
    period: { start: '2027-01-01', end: '2027-03-31' },
    background: '了解行业发展趋势',
    researchPlan: '分三个阶段进行',
    researchContent: ['competitor', 'customerNeed'],
    contentDetail: '竞争对手的产品与价格',
    method: '问卷与访谈',
    budgetItems: [
      { item: '差旅', amount: 1_200_000 },
      { item: '问卷印制', amount: 34_550 },
    ],
  }
}
