export default {
  newTask: '新待办：{{task}}',
  open: '去办理',
}
