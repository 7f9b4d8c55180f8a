import type { SurveyPurpose } from '@canmou/contract'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Form, Input, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import styles from './CreateSurvey.module.css'
import { surveyPurposes } from './parts.ts'
import { useCreateSurvey } from './queries.ts'

interface Choice {
  purpose: SurveyPurpose
  title: string
  isBlank: boolean
}

/** Asks what the questionnaire is for and what it is called, makes it, and goes to its design. */
export function CreateSurvey({ close }: { close: () => void }) {
  const { t } = useTranslation('surveys')
  const navigate = useNavigate()
  const create = useCreateSurvey()
  const [form] = Form.useForm<Choice>()
  const purpose = Form.useWatch('purpose', form) ?? 'satisfaction'
  const confirm = async (choice: Choice): Promise<void> => {
    const { id } = await create.mutateAsync(choice)
    await navigate(paths.survey(id))
  }
  return (
    <Modal
      open
      title={t('create.title')}
      okText={t('create.confirm')}
      cancelText={t('create.cancel')}
      okButtonProps={{ autoInsertSpace: false, loading: create.isPending }}
      cancelButtonProps={{ autoInsertSpace: false }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ purpose: 'satisfaction', title: '', isBlank: false }}
        onFinish={(choice) => void confirm(choice).catch(() => undefined)}
      >
        <Form.Item name="purpose" label={t('list.purpose')} className={styles.tight ?? ''}>
          <Radio.Group
            optionType="button"
            options={surveyPurposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          />
        </Form.Item>
        <p className={styles.hint}>{t(`purposeHint.${purpose}`)}</p>
        <Form.Item
          name="title"
          label={t('create.name')}
          rules={[{ required: true, whitespace: true, message: t('create.nameRequired') }]}
        >
          <Input maxLength={200} placeholder={t('create.namePlaceholder')} autoFocus />
        </Form.Item>
        {purpose !== 'research' && (
          <Form.Item name="isBlank" valuePropName="checked" noStyle>
            <Checkbox>{t('create.isBlank')}</Checkbox>
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
