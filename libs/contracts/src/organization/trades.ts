import type { Bilingual } from '@gongyou/domain';

/** A trade (工种) by the code under which the national platform of construction workers takes it. */
export interface Trade {
  code: string;
  name: Bilingual;
}

/**
 * The trades of workers, as clients of the national platform send them (field rules, section 15A; practice, not read in the
 * standard itself). Managers' work type 900 is no trade of a crew (DS-06).
 */
export const trades: readonly Trade[] = [
  ['010', '砌筑工', 'Bricklayer'],
  ['020', '钢筋工', 'Rebar worker'],
  ['030', '架子工', 'Scaffolder'],
  ['040', '混凝土工', 'Concrete worker'],
  ['050', '模板工', 'Formwork worker'],
  ['060', '机械设备安装工', 'Machinery installer'],
  ['070', '通风工', 'Ventilation worker'],
  ['080', '安装起重工', 'Installation rigger'],
  ['090', '安装钳工', 'Installation fitter'],
  ['100', '电气设备安装调试工', 'Electrical equipment installer'],
  ['110', '管道工', 'Pipe fitter'],
  ['120', '变电安装工', 'Substation installer'],
  ['130', '建筑电工', 'Construction electrician'],
  ['140', '司泵工', 'Pump operator'],
  ['150', '挖掘铲运和桩工机械司机', 'Earthmoving and piling machine driver'],
  ['160', '桩机操作工', 'Pile driver operator'],
  ['170', '起重信号工', 'Crane signaller'],
  ['180', '建筑起重机械安装拆卸工', 'Crane erector and dismantler'],
  ['190', '装饰装修工', 'Finishing worker'],
  ['200', '室内成套设施安装工', 'Indoor fittings installer'],
  ['210', '建筑门窗幕墙安装工', 'Door, window and curtain wall installer'],
  ['220', '幕墙制作工', 'Curtain wall maker'],
  ['230', '防水工', 'Waterproofer'],
  ['240', '木工', 'Carpenter'],
  ['250', '石工', 'Stonemason'],
  ['270', '电焊工', 'Welder'],
  ['280', '爆破工', 'Blaster'],
  ['290', '除尘工', 'Dust removal worker'],
  ['300', '测量放线工', 'Surveying and setting-out worker'],
  ['310', '线路架设工', 'Line erector'],
  ['320', '古建筑传统石工', 'Heritage stonemason'],
  ['330', '瓦工', 'Tiler'],
  ['340', '彩画工', 'Decorative painter'],
  ['350', '木工', 'Joiner'],
  ['360', '油工', 'Painter'],
  ['380', '金属工', 'Metalworker'],
  ['390', '杂工', 'General labourer'],
  ['1000', '其它', 'Other'],
].map(([code, zh, en]) => ({ code: code!, name: { zh: zh!, en: en! } }));

export const tradeCodes: readonly string[] = trades.map(({ code }) => code);
