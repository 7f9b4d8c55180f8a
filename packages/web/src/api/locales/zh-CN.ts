export default {
  OFFLINE: '暂时连不上服务器，您的操作没有完成',
  UNEXPECTED: '页面内部错误',
  requestId: '请求编号 {{id}}',
  loadFailed: '没能加载内容',
  banner: '与服务器的连接已断开，正在自动重连…',
  reconnect: '立即重连',
  recovered: '已恢复连接',
}
