import type { Database } from '../../src/db/database.ts'
import { installProcess } from './install-process.ts'

export const processId = 'TWO-001'

/** Two sign together, then one reads: the smallest joint signature. */
const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    xmlns:canmou="http://canmou.org/schema/bpmn/1.0" id="TWO_definitions" targetNamespace="http://canmou.org/test">
  <bpmn:process id="TWO" isExecutable="true">
    <bpmn:startEvent id="TWO_start" />
    <bpmn:userTask id="TWO_sign" name="签准">
      <bpmn:extensionElements>
        <zeebe:assignmentDefinition candidateGroups="=signatory" />
        <canmou:task decision="approve-reject" words="sign" />
      </bpmn:extensionElements>
      <bpmn:multiInstanceLoopCharacteristics>
        <bpmn:extensionElements>
          <zeebe:loopCharacteristics inputCollection="=[&quot;technicalDirector&quot;, &quot;generalManager&quot;]" inputElement="signatory" />
        </bpmn:extensionElements>
      </bpmn:multiInstanceLoopCharacteristics>
    </bpmn:userTask>
    <bpmn:userTask id="TWO_read" name="阅">
      <bpmn:extensionElements>
        <zeebe:assignmentDefinition candidateGroups="marketManager" />
        <canmou:task decision="read" />
      </bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:endEvent id="TWO_end" />
    <bpmn:sequenceFlow id="TWO_f1" sourceRef="TWO_start" targetRef="TWO_sign" />
    <bpmn:sequenceFlow id="TWO_f2" sourceRef="TWO_sign" targetRef="TWO_read" />
    <bpmn:sequenceFlow id="TWO_f3" sourceRef="TWO_read" targetRef="TWO_end" />
  </bpmn:process>
</bpmn:definitions>`

export const installTwoSignatures = (database: Database): Promise<void> =>
  installProcess(database, { id: processId, bpmnId: 'TWO', name: '两方签准', xml })
