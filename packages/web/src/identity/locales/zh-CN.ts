export default {
  title: '登录',
  username: '用户名',
  password: '密码',
  submit: '登录',
  usernameRequired: '请填写用户名',
  passwordRequired: '请填写密码',
  demoTitle: '演示账号',
  demoHint: '点一下即以该岗位登录',
  demoFillHint: '点一下填好用户名',
  returnHint: '登录后将回到刚才的页面',
}
