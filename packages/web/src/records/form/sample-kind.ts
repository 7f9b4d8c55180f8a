/** A small record kind with one field of every shape, for the tests of this folder. */
export const sampleKind = {
  code: 'TST',
  name: 'Sample',
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      name: { type: 'string', maxLength: 20, pattern: '\\S' },
      story: { type: 'string', maxLength: 10000 },
      type: { type: 'string', enum: ['annual', 'routine'] },
      topics: { type: 'array', items: { type: 'string', enum: ['a', 'b'] }, uniqueItems: true, minItems: 1 },
      count: { type: 'integer', minimum: 0 },
      effort: { type: 'number', minimum: 0 },
      price: { type: 'integer', minimum: 0, format: 'money' },
      share: { type: 'number', minimum: 0, maximum: 100, format: 'percent' },
      day: { type: 'string', format: 'date' },
      at: { type: 'string', format: 'date-time' },
      month: { type: 'string', format: 'year-month' },
      isUrgent: { type: 'boolean' },
      reason: { type: 'string', maxLength: 200 },
      period: {
        type: 'object',
        properties: { start: { type: 'string', format: 'date' }, end: { type: 'string', format: 'date' } },
        required: ['start', 'end'],
        additionalProperties: false,
        'x-widget': 'date-range',
      },
      owner: { type: 'string', format: 'person-ref', 'x-positions': ['marketManager'] },
      team: { type: 'array', items: { type: 'string', format: 'person-ref' } },
      unit: { type: 'string', format: 'department-ref' },
      units: { type: 'array', items: { type: 'string', format: 'department-ref' } },
      product: { type: 'string', format: 'record-ref', 'x-kind': 'PRD' },
      products: { type: 'array', items: { type: 'string', format: 'record-ref', 'x-kind': 'PRD' } },
      photo: { type: 'string', format: 'file-ref' },
      photos: { type: 'array', items: { type: 'string', format: 'file-ref' } },
      lines: {
        type: 'array',
        maxItems: 500,
        items: {
          type: 'object',
          properties: {
            item: { $ref: '#/$defs/shortText' },
            quantity: { type: 'integer', minimum: 0 },
            unitPrice: { type: 'integer', minimum: 0, format: 'money' },
            amount: {
              type: 'integer',
              format: 'money',
              readOnly: true,
              'x-computed': '=if quantity = null or unitPrice = null then 0 else quantity * unitPrice',
            },
          },
          required: ['item', 'quantity'],
          additionalProperties: false,
        },
      },
      total: {
        type: 'integer',
        format: 'money',
        readOnly: true,
        'x-computed':
          '=if lines = null or count(lines) = 0 then 0 else sum(for row in lines return if row.amount = null then 0 else row.amount)',
      },
      strange: { type: 'object' },
    },
    required: ['name', 'type', 'topics'],
    allOf: [
      {
        if: { properties: { isUrgent: { const: true } }, required: ['isUrgent'] },
        then: { required: ['reason'] },
      },
    ],
    additionalProperties: false,
    $defs: { shortText: { type: 'string', maxLength: 20, pattern: '\\S' } },
    'x-checks': [
      {
        id: 'periodOrder',
        path: '/period/end',
        rule: '=period = null or date(period.end) >= date(period.start)',
        severity: 'error',
      },
    ],
  },
  view: {
    titleRule: { 'zh-CN': '{type}计划 {period.start} {owner}', en: '{type} plan {period.start} {owner}' },
    fields: {
      name: { label: { 'zh-CN': '名称', 'zh-TW': '名稱', en: 'Name' }, help: { 'zh-CN': '写全称。' } },
      story: { label: '经过', widget: 'textarea' },
      type: {
        label: { 'zh-CN': '类型', en: 'Type' },
        enum: { annual: { 'zh-CN': '年度', en: 'Annual' }, routine: { 'zh-CN': '常规', en: 'Routine' } },
      },
      price: { unit: { 'zh-CN': '元', en: 'CNY' } },
      lines: { columns: { item: { label: { 'zh-CN': '项目', en: 'Item' } } } },
    },
    layout: [
      {
        id: 'one',
        title: { 'zh-CN': '一', en: 'One' },
        columns: 2,
        fields: [{ field: 'name' }, { field: 'type', span: 3 }],
      },
      { id: 'two', columns: 2, fields: [{ field: 'lines', span: 2 }, { field: 'name' }, { field: 'gone' }] },
    ],
    list: { columns: ['number', 'type'] },
    checks: {
      periodOrder: { 'zh-CN': '结束日期不能早于开始日期。', en: 'The end must not be before the start.' },
    },
  },
}
